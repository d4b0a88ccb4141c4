// Serves dist/ on this machine only, compressed as it lies there.
// Usage: node web/serve.mjs [FOLDER]; PORT=N chooses the port (0: any), else 8080 or the next free one.
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { isHashed } from "./build/names.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.resolve(root, process.argv[2] ?? "dist");

const files = sirv(folder, {
  brotli: true,
  gzip: true,
  etag: true,
  setHeaders(response, pathname) {
    response.setHeader("Cache-Control", isHashed(pathname) ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
  },
});

const server = createServer((request, response) =>
  files(request, response, () => {
    response.writeHead(404, { "Content-Type": "text/plain" });
    response.end("Not found\n");
  }),
);

const chosen = process.env.PORT;
let port = chosen === undefined ? 8080 : Number(chosen);
const last = port + 99;
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE" || chosen !== undefined || port >= last) {
    console.error(`error: cannot serve on port ${port}: ${error.message}`);
    process.exit(1);
  }
  server.listen(++port, "127.0.0.1");
});
server.on("listening", () => console.log(`http://127.0.0.1:${server.address().port}/`));
server.listen(port, "127.0.0.1");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
