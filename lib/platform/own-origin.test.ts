import { beforeEach, describe, expect, it } from "vitest";
import { settleEnv } from "@/env";
import { surfaceOf } from "@/lib/testing/access-surface";
import { isOwnRequest } from "./own-origin";

const outside = {
  DATABASE_URL: "postgres://a:b@db.example/remit",
  APP_URL: "https://portal.example",
  AUTH_SECRET: "a secret for tests, never for anybody's data",
  SMTP_URL: "smtp://mail.example",
};

const embedded = {
  DATABASE_URL: "postgres://remit_owner:b@127.0.0.1/remit",
  APP_URL: "http://localhost:3100",
  AUTH_SECRET: outside.AUTH_SECRET,
  REMIT_EMBEDDED: "1",
  PORT: "3100",
};

const post = { method: "POST", path: "/sign-in", origin: null, fetchSite: null };

describe("in earnest", () => {
  beforeEach(() => settleEnv(outside));

  it.each(["GET", "HEAD"])("%s may come from anywhere, because it changes nothing", (method) => {
    expect(isOwnRequest({ ...post, method, origin: "https://evil.example", fetchSite: "cross-site" })).toBe(true);
  });

  it("anything else passes from our own origin", () => {
    expect(isOwnRequest({ ...post, origin: "https://portal.example" })).toBe(true);
  });

  it.each([
    "https://evil.example",
    "https://portal.example.evil.example",
    "http://portal.example",
    "https://portal.example:8443",
    "http://localhost:3000",
    "null",
    "",
  ])("anything else is refused from %j", (origin) => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      expect(isOwnRequest({ ...post, method, origin, fetchSite: "same-origin" })).toBe(false);
    }
  });

  it("without an Origin only a browser's word that it is the same origin passes", () => {
    expect(isOwnRequest({ ...post, fetchSite: "same-origin" })).toBe(true);
    for (const fetchSite of [null, "same-site", "cross-site", "none"]) {
      expect(isOwnRequest({ ...post, fetchSite })).toBe(false);
    }
  });

  it("the interface for other systems is exempt, and nothing that only looks like it", () => {
    const endpoints = surfaceOf(process.cwd()).routes.filter((route) => route.startsWith("POST /access/"));
    expect(endpoints).toHaveLength(3);
    for (const route of endpoints) expect(isOwnRequest({ ...post, path: route.slice("POST ".length) })).toBe(true);
    for (const path of ["/access/v1", "/access/v10", "/access", "/sign-in/access/v1/", "/access/v1evaluation"]) {
      expect(isOwnRequest({ ...post, path })).toBe(false);
    }
  });
});

describe("in embedded mode", () => {
  beforeEach(() => settleEnv(embedded));

  it("every name of this machine passes, on our own port alone", () => {
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      expect(isOwnRequest({ ...post, origin: `http://${host}:3100` })).toBe(true);
      expect(isOwnRequest({ ...post, origin: `http://${host}:3101` })).toBe(false);
    }
  });
});
