// Sums up what vitest reported, so that nothing that went wrong counts as nothing.

/** A test file that could not be loaded, or prepared, failed without any test of it failing: that is one failure. */
const brokenFiles = (files) =>
  files.filter((file) => file.status === 'failed' && file.assertionResults.every((result) => result.status !== 'failed')).length

/**
 * Counts from vitest's JSON report (undefined when it wrote none) and its exit code. A run that crashed, found no test, or
 * complained without naming a test is one failure.
 */
export function countTests(text, exitCode) {
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(text)
  const counted = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles(report.testResults),
    skipped: report.numPendingTests + report.numTodoTests,
  }
  const hasRunNone = counted.passed + counted.failed === 0
  if (counted.failed === 0 && (exitCode !== 0 || hasRunNone)) return { ...counted, failed: 1 }
  return counted
}

/** The line that ends every run. */
export const lastLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
