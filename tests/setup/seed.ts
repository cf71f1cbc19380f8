// Generated examples are the same at every run, so that a failure is the change's own; SEED=random looks for new ones.
import fc from 'fast-check'

if (process.env.SEED !== 'random') fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_124) })
