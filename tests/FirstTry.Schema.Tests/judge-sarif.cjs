// Judges SARIF logs by the 2.1.0 schema. Input, one JSON text: { modules, logs: [log, …] }. Output: [[what is wrong, …], …].
const fs = require("node:fs");
const { createRequire } = require("node:module");

const input = JSON.parse(fs.readFileSync(0, "utf8"));
const load = createRequire(input.modules + "/");
const Ajv = load("ajv-draft-04");
const schema = JSON.parse(fs.readFileSync(input.modules + "/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", "utf8"));

// Its style is its own: only what it says of a log counts.
const validate = load("ajv-formats")(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })).compile(schema);

const verdicts = input.logs.map((log) =>
  validate(JSON.parse(log)) ? [] : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`));
process.stdout.write(JSON.stringify(verdicts));
