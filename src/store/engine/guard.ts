// A process of its own that runs one database server: it lives while somebody holds a connection to it, and stops the server
// after the last. A connection ends with its process however that ends, so even kill -9 of the bot leaves no server behind.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { GuardTask } from './guard-task.ts'

const firstConnectionWithin = 15_000
const serverEndsWithin = 20_000

const task = GuardTask.parse(JSON.parse(process.argv[2] ?? ''))
const token = randomBytes(24).toString('hex')
const connections = new Set<Socket>()
let isStopping = false

// Whoever shares the machine shall not read the database's files. The server prints into our log, never into the pipe of
// whoever started us: that one may be gone long before.
process.umask(0o077)
const server = spawn(task.program, task.args, { cwd: task.directory, stdio: ['ignore', 2, 2], windowsHide: true })

function end(code: number): never {
  rmSync(task.running, { force: true })
  process.exit(code)
}

function stop(): void {
  if (isStopping) return
  isStopping = true
  server.kill('SIGTERM')
  setTimeout(() => server.kill('SIGKILL'), serverEndsWithin)
}

/** The last to leave keeps its connection until this process ends, and so knows when the server is gone. */
function leave(socket: Socket): void {
  if (isStopping) return
  if (connections.delete(socket) && connections.size === 0) stop()
  else socket.end()
}

function welcome(socket: Socket, word: string): void {
  if (word.trim() !== token) {
    socket.destroy()
    return
  }
  if (!isStopping) connections.add(socket)
  socket.write(isStopping ? 'stopping\n' : 'welcome\n')
}

const door = createServer({ allowHalfOpen: true }, (socket) => {
  socket.setEncoding('utf8')
  socket.once('data', (word) => welcome(socket, String(word)))
  socket.on('data', () => {})
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
  const address = door.address()
  if (typeof address === 'string' || address === null || server.pid === undefined) return stop()
  process.stdout.write(`${JSON.stringify({ port: address.port, token, guard: process.pid, server: server.pid })}\n`)
  setTimeout(() => connections.size === 0 && stop(), firstConnectionWithin)
})
