// Loaded before the program by those who hand over to it (run.mjs): one signal stays one, and no child outlives its parent.

const sameMoment = 400

/**
 * Ctrl-C reaches this process from the terminal and again from the parent (and from npm, where npm started that). Twice means
 * "at once, in no order" to programs that listen, so what comes within the same moment is one.
 */
function hearOnce() {
  const lastHeard = new Map()
  const emit = process.emit
  process.emit = function (event, ...rest) {
    if (event === 'SIGINT' || event === 'SIGTERM') {
      const now = performance.now()
      const isEcho = now - (lastHeard.get(event) ?? Number.NEGATIVE_INFINITY) < sameMoment
      lastHeard.set(event, now)
      if (isEcho) return true
    }
    return Reflect.apply(emit, this, [event, ...rest])
  }
}

/** The channel closes when the parent is gone, also by kill -9: then this process ends as if asked to. */
function endWithParent() {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}

// Processes that the program forks inherit the --import, but are its own affair.
if (process.env.THROUGHLINE_PARENT === String(process.ppid)) {
  hearOnce()
  endWithParent()
}
