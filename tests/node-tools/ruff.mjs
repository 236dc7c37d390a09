// A command line for the linter that ruff's authors publish for Node, for machines without the program itself.
// It takes what the adapter hands over and refuses everything else.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(process.env.RUFF_MODULES + '/')
const { PositionEncoding, Workspace } = require('@astral-sh/ruff-wasm-nodejs')

const [verb, excluding, ...rest] = process.argv.slice(2)
const fixes = rest[0] === '--fix'
const files = fixes ? rest.slice(1) : rest
if (verb !== 'check' || excluding !== '--force-exclude' || files.length === 0 || files.some(file => file.startsWith('-'))) {
  console.error(`not understood: ${process.argv.slice(2).join(' ')}`)
  process.exit(2)
}

const linter = new Workspace({}, PositionEncoding.Utf16)

function offset(text, { row, column }) {
  const lines = text.split('\n')
  return lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1
}

// One fix at a time: they may overlap.
function fixed(text) {
  for (let i = 0; i < 100; i++) {
    const edits = linter.check(text).find(found => found.fix)?.fix.edits
    if (!edits) {
      break
    }

    edits.sort((a, b) => offset(text, b.location) - offset(text, a.location))
    text = edits.reduce((all, edit) => all.slice(0, offset(text, edit.location)) + (edit.content ?? '') + all.slice(offset(text, edit.end_location)), text)
  }

  return text
}

let count = 0
for (const file of files) {
  const found = readFileSync(file, 'utf8')
  const text = fixes ? fixed(found) : found
  if (text !== found) {
    writeFileSync(file, text)
  }

  for (const { code, message, start_location: start } of linter.check(text)) {
    console.log(`${file}:${start.row}:${start.column}: ${code} ${message}`)
    count++
  }
}

process.exit(count > 0 ? 1 : 0)
