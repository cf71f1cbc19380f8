// Loaded into the playground's process before anything else: it listens on this machine only, and ends when we do.
const net = require('node:net')

const listen = net.Server.prototype.listen

/** The playground names a port and no address, which would be every address that the machine has. */
net.Server.prototype.listen = function (...args) {
  const [first, second] = args
  const callback = args.find((argument) => typeof argument === 'function')
  if (typeof first === 'object' && first !== null && first.port !== undefined)
    return listen.call(this, { ...first, host: '127.0.0.1' }, second)
  if (/^\d+$/.test(String(first))) return listen.call(this, { port: Number(first), host: '127.0.0.1' }, callback)
  return listen.apply(this, args)
}

process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
process.stdin.on('error', () => process.exit(0))
