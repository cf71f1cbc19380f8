// Months and numbers as agreements spell them, lower case.

/** January first. */
export const monthNames = 'january february march april may june july august september october november december'.split(' ')

/** Zero to nineteen, each at its own place. */
export const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )

/** Twenty to ninety at 2 to 9; nothing before them. */
export const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
