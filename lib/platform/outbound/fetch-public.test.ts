import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { HostAddress, OutboundPolicy } from "./addresses";
import { fetchPublic, type OutboundQuestion } from "./fetch-public";

const limits = { totalMs: 3_000, connectMs: 1_000, redirects: 5, bytes: 10_000 };
const servers: Server[] = [];

/** What the names of these tests stand for; a list is walked along, one entry for each time that the name is resolved. */
const names: Record<string, readonly (readonly string[])[]> = {
  "open.example": [["127.0.0.1"]],
  "inner.example": [["10.0.0.5"]],
  "mixed.example": [["127.0.0.1", "10.0.0.5"]],
  "turning.example": [["127.0.0.1"], ["10.0.0.5"]],
  "nobody.example": [[]],
};
const resolved: string[] = [];

const policy: OutboundPolicy = {
  resolve: async (host) => {
    const turn = resolved.filter((name) => name === host).length;
    resolved.push(host);
    const answers = names[host];
    if (answers === undefined) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    const addresses = answers[Math.min(turn, answers.length - 1)] ?? [];
    return addresses.map((address): HostAddress => ({ address, family: 4 }));
  },
  allowsAddress: (address) => address === "127.0.0.1",
  allowsPort: (port) => port > 1024,
};

afterEach(() => {
  resolved.length = 0;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

function get(url: string, more: Partial<OutboundQuestion> = {}) {
  return fetchPublic({ url, accept: "text/plain", userAgent: "Remit (test)", ...more }, limits, policy);
}

const failed = (failure: string) => ({ kind: "failed", failure });

describe("what is sent", () => {
  it("is the address, the validators and the name of the portal, on every hop, and nothing more", async () => {
    const heard: IncomingHttpHeaders[] = [];
    const port = await serve((request, response) => {
      heard.push(request.headers);
      if (request.url === "/a") {
        response.writeHead(302, { location: "/b", "set-cookie": "seen=1" });
        response.end();
      } else response.end("words");
    });
    const answer = await get(`http://open.example:${port}/a`, { etag: '"7"', lastModified: "Sun" });
    expect(answer).toMatchObject({ kind: "body", bytes: Buffer.from("words") });
    const sent = {
      host: `open.example:${port}`,
      accept: "text/plain",
      "accept-encoding": "gzip, deflate, br",
      "user-agent": "Remit (test)",
      "if-none-match": '"7"',
      "if-modified-since": "Sun",
      connection: "close",
    };
    expect(heard).toEqual([sent, sent]);
  });

  it("leads to “unchanged” only where there was something to compare with", async () => {
    const port = await serve((_request, response) => response.writeHead(304).end());
    expect(await get(`http://open.example:${port}/`, { etag: '"7"' })).toEqual({ kind: "unchanged" });
    expect(await get(`http://open.example:${port}/`)).toEqual(failed("bad_answer"));
  });
});

describe("a way into an inner network", () => {
  it.each([
    "http://inner.example:8080/",
    "http://mixed.example:8080/",
    "http://127.0.0.2:8080/",
    "http://2130706434:8080/",
    "http://[::ffff:127.0.0.1]:8080/",
    "http://[::1]:8080/",
    "http://169.254.169.254:8080/latest",
    "http://open.example:25/",
  ])("is not taken: %s", async (url) => {
    expect(await get(url)).toEqual(failed("private_address"));
  });

  it.each([
    "http://inner.example:8080/",
    "http://10.0.0.5:8080/",
    "http://127.0.0.2:8080/",
    "//[::1]:8080/",
    "http://open.example:22/",
  ])("is not taken by a redirect either: %s", async (location) => {
    const port = await serve((_request, response) => response.writeHead(301, { location }).end());
    expect(await get(`http://open.example:${port}/`)).toEqual(failed("private_address"));
  });

  it("is not opened by a name that changes its mind: the checked address is the one connected to", async () => {
    const port = await serve((_request, response) => response.end("words"));
    expect(await get(`http://turning.example:${port}/`)).toMatchObject({ kind: "body" });
    expect(resolved).toEqual(["turning.example"]);
    expect(await get(`http://turning.example:${port}/`)).toEqual(failed("private_address"));
  });

  it("is closed in earnest, where no policy is given", async () => {
    const question = { accept: "text/plain", userAgent: "Remit (test)" };
    for (const url of ["http://127.0.0.1/", "http://[::1]/", "http://[::ffff:a9fe:a9fe]/", "http://1.1.1.1:8080/"]) {
      expect(await fetchPublic({ ...question, url }, limits)).toEqual(failed("private_address"));
    }
  });
});

it.each([
  ["http://me:secret@open.example:8080/", "refused"],
  ["ftp://open.example:8080/", "bad_answer"],
  ["nonsense", "bad_answer"],
])("%s is not even asked for", async (url, failure) => {
  expect(await get(url)).toEqual(failed(failure));
  expect(resolved).toEqual([]);
});

describe("redirects", () => {
  it("are followed five times and not a sixth", async () => {
    const port = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end("words");
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    expect(await get(`http://open.example:${port}/5`)).toMatchObject({ kind: "body" });
    expect(await get(`http://open.example:${port}/6`)).toEqual(failed("too_many_redirects"));
  });

  it.each(["ftp://open.example/", "file:///etc/passwd", "http://me:secret@open.example/", "http://[", undefined])(
    "to %s are refused",
    async (location) => {
      const port = await serve((_request, response) =>
        response.writeHead(302, location === undefined ? {} : { location }).end(),
      );
      expect(await get(`http://open.example:${port}/`)).toEqual(failed("bad_redirect"));
    },
  );
});

describe("an answer", () => {
  const text = "words ".repeat(1_000);

  it.each([
    ["gzip", gzipSync(text)],
    ["br", brotliCompressSync(text)],
    ["deflate", deflateSync(text)],
    ["identity", Buffer.from(text)],
  ])("packed as %s is unpacked", async (packing, bytes) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { "content-encoding": packing, etag: '"7"', "last-modified": "Sun" }).end(bytes),
    );
    const answer = await get(`http://open.example:${port}/`);
    expect(answer).toMatchObject({ kind: "body", bytes: Buffer.from(text), etag: '"7"', lastModified: "Sun" });
  });

  it.each([
    ["says that it is too large", { "content-length": "10001" }, Buffer.alloc(10_001)],
    ["is too large without saying so", { "transfer-encoding": "chunked" }, Buffer.alloc(10_001)],
    ["unpacks to a thousand times its size", { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(10_000_000))],
    ["does so with brotli", { "content-encoding": "br" }, brotliCompressSync(Buffer.alloc(10_000_000))],
  ])("that %s is given up", async (_what, headers, bytes) => {
    const port = await serve((_request, response) => response.writeHead(200, headers).end(bytes));
    expect(await get(`http://open.example:${port}/`)).toEqual(failed("too_large"));
  });

  it.each([
    [200, { "content-encoding": "gzip" }, "bad_answer"],
    [200, { "content-encoding": "br" }, "bad_answer"],
    [200, { "content-encoding": "zstd" }, "bad_answer"],
    [204, {}, "bad_answer"],
    [206, {}, "bad_answer"],
    [401, {}, "refused"],
    [403, {}, "refused"],
    [404, {}, "not_found"],
    [410, {}, "not_found"],
    [429, {}, "too_busy"],
    [500, {}, "server_fault"],
    [503, {}, "server_fault"],
  ])("with status %i and %j is %s", async (status, headers, failure) => {
    const port = await serve((_request, response) => response.writeHead(status, headers).end("words"));
    expect(await get(`http://open.example:${port}/`)).toEqual(failed(failure));
  });
});

describe("a server that", () => {
  it("is not known, has no address or does not listen is unreachable, each in its way", async () => {
    expect(await get("http://unheard-of.example:8080/")).toEqual(failed("unknown_host"));
    expect(await get("http://nobody.example:8080/")).toEqual(failed("unknown_host"));
    const port = await serve((_request, response) => response.end());
    servers.splice(0).map((server) => server.close());
    expect(await get(`http://open.example:${port}/`)).toEqual(failed("no_answer"));
  });

  it("breaks off in the middle gives no half answer", async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("words");
      setImmediate(() => response.destroy());
    });
    expect(await get(`http://open.example:${port}/`)).toEqual(failed("no_answer"));
  });

  it.each([
    ["says nothing", () => undefined],
    [
      "dribbles",
      (_: unknown, response: { write: (text: string) => void }) =>
        void setInterval(() => response.write("."), 20).unref(),
    ],
  ])("%s is waited for no longer than allowed", async (_how, answer) => {
    const port = await serve(answer as RequestListener);
    const question = { url: `http://open.example:${port}/`, accept: "text/plain", userAgent: "Remit (test)" };
    expect(await fetchPublic(question, { ...limits, totalMs: 150 }, policy)).toEqual(failed("timeout"));
  });

  it("speaks no TLS where TLS is asked for is not trusted", async () => {
    const port = await serve((_request, response) => response.end("words"));
    expect(await get(`https://open.example:${port}/`)).toEqual(failed("insecure"));
  });
});
