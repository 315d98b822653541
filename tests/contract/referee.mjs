// SPDX-License-Identifier: GPL-3.0-or-later
// The referee: a proxy that holds every request and answer against a published API description.
//   node referee.mjs SPEC.json UPSTREAM_URL
// Prints {"url": ...} when it listens, then one JSON line for each exchange:
//   {"request": "GET /path", "status": 200, "refused": false, "violations": ["..."]}
// `refused`: the request itself breaks the description and never reached the upstream (422, 415 or 401). An answer that
// breaks it comes to the client as 500.
// Ends when its stdin ends, so it cannot outlive the test that started it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { createLogger } = require("@stoplight/prism-core");
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { createServer: createPrism } = require("@stoplight/prism-http-server");

const [spec, upstream] = process.argv.slice(2);
const host = "127.0.0.1";

// Errors are not described at all.
const noise = [/Unable to match the returned status code/];

const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");

// Where a description contradicts its own examples the examples win, as the provider answers like them: links in
// lists are relative although their format is "uri", and members are null although not nullable.
function fitToExample(document, schema, example) {
    const target = schema?.$ref ? schema.$ref.split("/").slice(1).reduce((at, key) => at[key], document) : schema;
    if (!target)
        return;
    if (example === null)
        target.nullable = true;
    if (target.format === "uri" && typeof example === "string" && example.startsWith("/"))
        delete target.format;
    if (example === null || typeof example !== "object" || Array.isArray(example))
        return;
    for (const [name, value] of Object.entries(example))
        fitToExample(document, target.properties?.[name], value);
}

// Date filters are days, in the descriptions' words and examples; only their format says date-time.
function letDaysPass(parameter) {
    if (parameter.schema?.format !== "date-time")
        return;
    delete parameter.schema.format;
    parameter.schema.pattern = "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?$";
}

function fitToExamples(document) {
    const methods = Object.values(document.paths).flatMap((path) => [path.get, path.post]);
    for (const method of methods)
        (method?.parameters ?? []).forEach(letDaysPass);
    for (const response of methods.flatMap((method) => Object.values(method?.responses ?? {}))) {
        const json = response.content?.["application/json"];
        for (const example of Object.values(json?.examples ?? {}))
            fitToExample(document, json.schema, example.value);
    }
    return document;
}

async function startPrism() {
    const document = fitToExamples(JSON.parse(readFileSync(spec, "utf8")));
    const operations = await getHttpOperationsFromSpec(document);
    const server = createPrism(operations, {
        cors: false,
        config: { isProxy: true, upstream: new URL(upstream), validateRequest: true, validateResponse: true,
            checkSecurity: true, errors: true, upstreamProxy: undefined, mock: { dynamic: false } },
        components: { logger: createLogger("referee", { level: "silent" }) },
    });
    return server.listen(0, host);
}

function readViolations(header) {
    if (!header)
        return [];
    if (header.startsWith("Too many violations!"))
        return [header];
    return JSON.parse(header)
        .map((violation) => `${violation.location.join(".")}: ${violation.message}`)
        .filter((text) => !noise.some((known) => known.test(text)));
}

async function readBody(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

async function pass(request, reply, prismUrl) {
    const body = await readBody(request);
    const headers = { ...request.headers };
    for (const hop of ["connection", "host", "content-length", "accept-encoding", "upgrade"])
        delete headers[hop];
    const answer = await fetch(prismUrl + request.url,
        { method: request.method, headers, body: body.length > 0 ? body : undefined, redirect: "manual" });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    const violations = readViolations(answer.headers.get("sl-violations"));
    const refused = type.startsWith("application/problem+json") && violations.length === 0;
    say({ request: `${request.method} ${request.url}`, status: answer.status, refused,
        violations: refused ? [bytes.toString()] : violations });
    const more = Object.fromEntries([...answer.headers].filter(([name]) => /^(retry-after|date|twilio-.*)$/.test(name)));
    reply.writeHead(answer.status, { ...more, "content-type": type, "content-length": bytes.length });
    reply.end(bytes);
}

const prismUrl = await startPrism();
const front = createServer((request, reply) => {
    pass(request, reply, prismUrl).catch((error) => {
        say({ request: `${request.method} ${request.url}`, status: 0, refused: false, violations: [String(error)] });
        reply.destroy();
    });
});
front.listen(0, host, () => say({ url: `http://${host}:${front.address().port}` }));
process.stdin.resume().on("end", () => process.exit(0));
