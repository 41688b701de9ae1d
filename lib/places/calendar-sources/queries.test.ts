import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, expect, it } from "vitest";
import { settleEnv } from "@/env";
import { readFeed } from "@/lib/platform/icalendar/read-feed";
import type { OutboundPolicy } from "@/lib/platform/outbound/addresses";
import { fetchCalendar } from "./queries";

const servers: Server[] = [];

const policy: OutboundPolicy = {
  resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  allowsAddress: (address) => address === "127.0.0.1",
  allowsPort: () => true,
};

beforeAll(() =>
  settleEnv({
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    APP_URL: "https://portal.example",
    AUTH_SECRET: "s".repeat(32),
    SMTP_URL: "smtp://127.0.0.1:1",
  }),
);

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://calendars.example:${(server.address() as AddressInfo).port}/a.ics`;
}

const text = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Café\r\nEND:VCALENDAR";
const span = { from: new Date(0), until: new Date(1) };

it("a calendar comes with its checksum and validators, fetched in the portal's name", async () => {
  let agent: string | undefined;
  const url = await serve((request, response) => {
    agent = request.headers["user-agent"];
    response.writeHead(200, { etag: '"7"', "last-modified": "Mon" }).end(text);
  });
  expect(await fetchCalendar(url, undefined, { policy })).toEqual({
    ...{ kind: "body", text, doubtful: false, etag: '"7"', lastModified: "Mon" },
    checksum: createHash("sha256").update(text).digest("hex"),
  });
  expect(agent).toBe("Remit calendar import (+https://portal.example)");
});

it("one that is the same as before is not sent again", async () => {
  const url = await serve((request, response) =>
    response.writeHead(request.headers["if-none-match"] === '"7"' ? 304 : 200).end(),
  );
  expect(await fetchCalendar(url, { etag: '"7"', lastModified: null }, { policy })).toEqual({ kind: "unchanged" });
});

it.each([
  ["UTF-16 with a mark", Buffer.from(`\uFEFF${text}`, "utf16le"), "text/calendar; charset=utf-8", false],
  ["the encoding that the server names", Buffer.from(text, "latin1"), "text/calendar; charset=iso-8859-1", false],
  ["another encoding than it claims", Buffer.from(text, "latin1"), "text/calendar; charset=utf-8", true],
])("one in %s can be read", async (_what, bytes, contentType, doubtful) => {
  const url = await serve((_request, response) => response.writeHead(200, { "content-type": contentType }).end(bytes));
  const fetched = await fetchCalendar(url, undefined, { policy });
  if (fetched.kind !== "body") throw new Error(fetched.kind);
  expect(fetched.doubtful).toBe(doubtful);
  expect(await readFeed(fetched.text, span)).toMatchObject({ ok: true, name: "Café" });
});

it.each([
  [503, "unreachable", "server_fault"],
  [429, "unreachable", "too_busy"],
  [404, "error", "not_found"],
  [401, "error", "refused"],
])("status %i makes a calendar %s", async (status, state, failure) => {
  const url = await serve((_request, response) => response.writeHead(status).end());
  expect(await fetchCalendar(url, undefined, { policy })).toEqual({ kind: "failed", state, failure });
});

it("one that is given up because the worker stops counts as neither read nor failed", async () => {
  const stopping = new AbortController();
  const url = await serve(() => stopping.abort());
  expect(await fetchCalendar(url, undefined, { policy, stopping: stopping.signal })).toEqual({ kind: "stopped" });
  servers[0]?.closeAllConnections();
});

it("in earnest no calendar comes out of this machine or its network", async () => {
  for (const url of ["http://127.0.0.1/a.ics", "http://[::1]/a.ics", "http://192.168.1.1/a.ics"]) {
    expect(await fetchCalendar(url)).toEqual({ kind: "failed", state: "error", failure: "private_address" });
  }
});
