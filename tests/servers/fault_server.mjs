// Servers that fail, one a fault, each on a port of its own on loopback: a source's address is a host only. What is not
// said here about a fault stands in its name.
import { createServer } from "node:http";

const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
const json = { ...cors, "content-type": "application/json" };
const answer = (status, headers, body) => (request, response) => response.writeHead(status, headers).end(body);

const status = (id, account = { id: "1", acct: "a", username: "a", display_name: "Ann", url: "", avatar: "" }) =>
  ({ id, created_at: "2025-01-01T00:00:00Z", content: "<p>Post</p>", account, media_attachments: [], tags: [], mentions: [], emojis: [] });

// A list that never ends: 50 MB of white space within it.
function huge(request, response) {
  response.writeHead(200, json);
  const chunk = Buffer.alloc(1 << 20, " ");
  let left = 50;
  response.write("[");
  const more = () => {
    while (left-- > 0) if (!response.write(chunk)) return void response.once("drain", more);
    response.end("]");
  };
  more();
}

export const faults = {
  malformed: answer(200, json, '[{"id": "1", "content": <p>}]'),
  truncated: answer(200, json, JSON.stringify([status("1"), status("2")]).slice(0, -60)),
  huge,
  // A length that is never reached, then the end of the connection.
  cut: (request, response) => {
    response.writeHead(200, { ...json, "content-length": "5000" });
    response.write("[");
    setTimeout(() => response.destroy(), 50);
  },
  slow: (request, response) => {
    const timer = setTimeout(() => response.writeHead(200, json).end("[]"), 120_000);
    response.on("close", () => clearTimeout(timer));
  },
  // A piece of a list every quarter of a second, for ever.
  endless: (request, response) => {
    response.writeHead(200, json);
    response.write("[");
    const timer = setInterval(() => response.write(`${JSON.stringify(status("1"))},`), 250);
    response.on("close", () => clearInterval(timer));
  },
  "not found": answer(404, json, '{"error":"Record not found"}'),
  "members only": answer(401, json, '{"error":"This method requires an authenticated user"}'),
  "too often": answer(429, { ...json, "retry-after": "30", "access-control-expose-headers": "retry-after" }, '{"error":"Too many requests"}'),
  broken: answer(500, { ...cors, "content-type": "text/html" }, "<h1>Internal Server Error</h1>"),
  redirected: (request, response) =>
    request.url === "/login"
      ? response.writeHead(200, { ...cors, "content-type": "text/html" }).end("<!doctype html><title>Sign in</title>")
      : response.writeHead(302, { ...cors, location: "/login" }).end(),
  // To itself, for ever.
  "round and round": (request, response) => response.writeHead(302, { ...cors, location: request.url }).end(),
  // To a server that knows nothing of other people's pages.
  "sent elsewhere": (request, response) => response.writeHead(302, { ...cors, location: "http://127.0.0.1:9/" }).end(),
  forbidden: answer(403, json, '{"error":"This action is not allowed"}'),
  teapot: answer(418, json, '{"error":"short and stout"}'),
  empty: answer(200, json, ""),
  "plain text": answer(200, { ...cors, "content-type": "text/plain" }, "It works!"),
  "wrong kind": answer(200, { ...cors, "content-type": "text/html" }, "[]"),
  "wrong shape": answer(200, json, '{"posts": {"id": 1}}'),
  "no CORS": answer(200, { "content-type": "application/json" }, "[]"),
};

// serveFault(name): { url, host, close }. requests counts what was asked of it.
export async function serveFault(name) {
  const fault = faults[name];
  if (!fault) throw new Error(`no fault of the name ${name}`);
  const server = createServer((request, response) => {
    if (request.method === "OPTIONS" && name !== "no CORS") return void response.writeHead(204, cors).end();
    fault(request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    host: "127.0.0.1",
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

// An address on which nobody listens.
export async function refusedUrl() {
  const { url, close } = await serveFault("malformed");
  await close();
  return url;
}
