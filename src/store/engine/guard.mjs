// A process of its own that runs one database server: it lives while somebody holds a connection to it, and stops the server
// after the last. A connection ends with its process however that ends, so even kill -9 of the bot leaves no server behind.
// Plain JavaScript: whatever Node runs us runs this too.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'

const firstConnectionWithin = 15_000
const serverEndsWithin = 20_000
const knocksEvery = 50

/** @type {import('./guard-task.ts').GuardTask} */
const task = JSON.parse(process.argv[2] ?? '')
const token = randomBytes(24).toString('hex')
const connections = new Set()
let isStopping = false

// Whoever shares the machine shall not read the database's files. The server prints into our log, never into the pipe of
// whoever started us: that one may be gone long before.
process.umask(0o077)
const server = spawn(task.program, task.args, { cwd: task.directory, stdio: ['ignore', 2, 2], windowsHide: true })

function end(code) {
  rmSync(task.running, { force: true })
  process.exit(code)
}

function stop() {
  if (isStopping) return
  isStopping = true
  server.kill('SIGTERM')
  knock()
  setTimeout(() => server.kill('SIGKILL'), serverEndsWithin)
}

/** A server that waits for its next connection may notice only with one that it is to stop: the Python engine takes two seconds else. */
function knock() {
  const socket = connect({ port: task.port, host: '127.0.0.1' })
  socket.once('connect', () => socket.destroy())
  // Refused: it listens no more.
  socket.once('error', () => undefined)
  socket.once('close', (hasFailed) => hasFailed || setTimeout(knock, knocksEvery))
}

/** The last to leave keeps its connection until this process ends, and so knows when the server is gone. */
function leave(socket) {
  if (isStopping) return
  if (connections.delete(socket) && connections.size === 0) stop()
  else socket.end('staying\n')
}

function welcome(socket, word) {
  if (word.trim() !== token) {
    socket.destroy()
    return
  }
  if (!isStopping) connections.add(socket)
  socket.write(isStopping ? 'stopping\n' : 'welcome\n')
}

const door = createServer({ allowHalfOpen: true }, (socket) => {
  socket.setEncoding('utf8')
  socket.once('data', (word) => welcome(socket, word))
  // What follows is thrown away, but without reading the end would never be seen.
  socket.resume()
  for (const event of ['end', 'close', 'error']) socket.on(event, () => leave(socket))
})

server.once('error', (error) => {
  console.error(error.message)
  end(1)
})
server.once('exit', () => end(isStopping ? 0 : 1))
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
door.listen(0, '127.0.0.1', () => {
  if (server.pid === undefined) return
  process.stdout.write(`${JSON.stringify({ port: door.address().port, token, guard: process.pid, server: server.pid })}\n`)
  setTimeout(() => connections.size === 0 && stop(), firstConnectionWithin)
})
