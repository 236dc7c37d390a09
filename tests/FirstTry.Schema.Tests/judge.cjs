// Judges config files by firsttry.schema.json with a real YAML reader and a real validator.
// Input, one JSON text: { modules, schema, texts: { name: config } }. Output, one JSON text: { name: [what is wrong, …] }.
const fs = require("node:fs");
const { createRequire } = require("node:module");

const input = JSON.parse(fs.readFileSync(0, "utf8"));
const load = createRequire(input.modules + "/");
const Ajv = load("ajv");
const YAML = load("yaml");

const schema = JSON.parse(fs.readFileSync(input.schema, "utf8"));
const validate = new Ajv({ strict: true, strictTypes: true, strictTuples: false, allErrors: true }).compile(schema);

function judge(text) {
  // A tag that is not in the core schema is a warning here: the value itself is still judged.
  const options = { version: "1.2", schema: "core", merge: true, prettyErrors: false, logLevel: "error" };
  const document = YAML.parseDocument(text, options);
  if (document.errors.length > 0) {
    return document.errors.map((error) => "yaml: " + error.message);
  }

  let value;
  try {
    value = document.toJS();
  } catch (error) {
    return ["yaml: " + error.message];
  }

  return validate(value) ? [] : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`);
}

const verdicts = {};
for (const [name, text] of Object.entries(input.texts)) {
  verdicts[name] = judge(text);
}

process.stdout.write(JSON.stringify(verdicts));
