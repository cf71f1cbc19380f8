// A program for proofs: asks a server for acknowledgements at a steady pace, and hands over how long each took when it is told to.
import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const [port = '', secret = '', everyMilliseconds = '20'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true })
let samples: number[] = []

process.on('message', () => {
  process.send?.(samples)
  samples = []
})
process.on('disconnect', () => process.exit())

function ask(): Promise<number> {
  const body = JSON.stringify({ type: 'event_callback', text: 'said' })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', agent, headers: { 'x-signature': signature } }, (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - begun)
        else reject(new Error(`answered ${response.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

for (;;) {
  const [milliseconds] = await Promise.all([ask(), wait(Number(everyMilliseconds))])
  samples.push(milliseconds)
}
