import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it } from "vitest";
import { settleEnv } from "@/env";
import { proxy } from "./proxy";

const settings = {
  DATABASE_URL: "postgres://a:b@db.example/remit",
  APP_URL: "https://portal.example",
  AUTH_SECRET: "a secret for tests, never for anybody's data",
  SMTP_URL: "smtp://mail.example",
};

beforeEach(() => settleEnv(settings));

describe("every response", () => {
  it("carries a strict policy with a nonce of its own, which the page is told as well", () => {
    const [first, second] = [send("/sign-in"), send("/sign-in")];
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(policy.split("; ")).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "style-src-attr 'unsafe-inline'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toContain("unsafe-eval");
    expect(Buffer.from(nonce, "base64")).toHaveLength(16);
    expect(forwarded(first, "x-nonce")).toBe(nonce);
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
  });

  it("is never framed, sniffed or told on to other sites, and stays on https", () => {
    const { headers } = send("/sign-in");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toContain("max-age=63072000");
  });

  it("claims no https where the portal has none", () => {
    settleEnv({ ...settings, APP_URL: "http://portal.example" });
    const { headers } = send("/sign-in");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
  });
});

describe("what the page is told", () => {
  it("is our id, nonce and path, never what the client sent under these names", () => {
    const forged = { "x-request-id": "forged", "x-nonce": "forged", "x-remit-path": "//evil.example" };
    const response = send("/places/partners?page=2&_rsc=abc", { headers: forged });
    expect(forwarded(response, "x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("x-request-id")).toBe(forwarded(response, "x-request-id"));
    expect(forwarded(response, "x-nonce")).not.toBe("forged");
    expect(forwarded(response, "x-remit-path")).toBe("/places/partners?page=2");
  });
});

describe("a dashboard's own page", () => {
  it("is kept for a year as the last that was used, in a cookie that only we read", () => {
    const kept = send("/dashboard/partner?open=E1").cookies.get("dashboard");
    expect(kept).toMatchObject({ value: "partner", path: "/", httpOnly: true, sameSite: "lax", secure: true });
    expect(kept?.maxAge).toBe(365 * 24 * 60 * 60);
  });

  it("goes before those that were opened earlier, each named once, and what is no dashboard is dropped", () => {
    const kept = (path: string, cookie: string) => send(path, { headers: { cookie } }).cookies.get("dashboard")?.value;
    expect(kept("/dashboard/root", "dashboard=partner.neighbourhood")).toBe("root.partner.neighbourhood");
    expect(kept("/dashboard/partner", "dashboard=root.partner.neighbourhood")).toBe("partner.root.neighbourhood");
    expect(kept("/dashboard/partner", "dashboard=constructor..root.root.%3Cb%3E")).toBe("partner.root");
  });

  it("is told from home, from what is no dashboard, and from what is sent there", () => {
    for (const path of ["/dashboard", "/dashboard/", "/dashboard/site", "/dashboard/partner/x", "/places/partners"]) {
      expect(send(path).cookies.get("dashboard"), path).toBeUndefined();
    }
    const headers = { origin: "https://portal.example" };
    expect(send("/dashboard/partner", { method: "POST", headers }).cookies.get("dashboard")).toBeUndefined();
  });
});

describe("an address that cannot be decoded", () => {
  it.each(["/places/partners/%E0%A4%A", "/sign-in/confirm/%E0%A4%A", "/mailbox/%FF", "/%"])(
    "%s leads to the page for what is not there, with the same headers",
    (path) => {
      const response = send(path);
      expect(response.headers.get("x-middleware-rewrite")).toBe("https://portal.example/no-such-page");
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(forwarded(response, "x-request-id")).toBe(response.headers.get("x-request-id"));
    },
  );

  it("is told from one that merely has percent signs", () => {
    expect(send("/places/partners/caf%C3%A9%20%25").headers.get("x-middleware-next")).toBe("1");
  });

  it("of another site's making is refused like any other", () => {
    const init = { method: "POST", headers: { origin: "https://evil.example" } };
    expect(send("/mailbox/%FF", init).status).toBe(403);
  });
});

describe("what another site sends", () => {
  it("is refused with 403 and the same headers, before any page sees it", () => {
    const response = send("/sign-in", { method: "POST", headers: { origin: "https://evil.example" } });
    expect(response.status).toBe(403);
    expect(response.headers.get("x-middleware-next")).toBeNull();
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("passes when it is our own page", () => {
    const response = send("/sign-in", { method: "POST", headers: { origin: "https://portal.example" } });
    expect(response.headers.get("x-middleware-next")).toBe("1");
  });
});

function send(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  return proxy(new NextRequest(`https://portal.example${path}`, init));
}

/** A header of the request as it goes on to the page; this is how the framework hands it over. */
function forwarded(response: Response, name: string): string | null {
  return response.headers.get(`x-middleware-request-${name}`);
}
