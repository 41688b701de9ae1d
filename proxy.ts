import "server-only";
import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env, isDevelopment } from "@/env";
import {
  DASHBOARD_COOKIE,
  DASHBOARD_COOKIE_SECONDS,
  dashboardAt,
  writeDashboardOrder,
} from "@/lib/places/dashboards/constants";
import { newId } from "@/lib/platform/ids";
import { isAccessPath, isOwnRequest } from "@/lib/platform/own-origin";
import { REQUEST_ID_HEADER, REQUEST_PATH_HEADER } from "@/lib/platform/request";
import { securityHeaders } from "@/lib/platform/security-headers";
import { cookieRules } from "@/lib/platform/sign-in/cookie-names";

/** A path without a page, where the ordinary "not found" answers. */
const NOWHERE = "/no-such-page";

/**
 * Stands before every page and route: gives the request its id and nonce, sets the security headers, and refuses what
 * another site's page sends. It decides nothing about people; pages, queries and actions do that for themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl;
  // Other systems follow their own id through our log (AuthZEN); from anybody else an id is not believed.
  const requestId = (isAccessPath(pathname) ? request.headers.get(REQUEST_ID_HEADER) : null) || newId();
  const nonce = randomBytes(16).toString("base64");
  const headers = securityHeaders({
    nonce,
    secure: env.appUrl.startsWith("https://"),
    development: isDevelopment(),
  });
  const own = isOwnRequest({
    method: request.method,
    path: pathname,
    origin: request.headers.get("origin"),
    fetchSite: request.headers.get("sec-fetch-site"),
  });
  const response = own
    ? passOn(request, forwardedHeaders(request, pathname, searchParams, requestId, nonce))
    : new NextResponse("This was sent from another site, so it was not done.\n", {
        status: 403,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  if (own && request.method === "GET") rememberDashboard(request, response);
  return response;
}

/** Everything but the build's own files, which are public and never change. */
export const config = { matcher: ["/((?!_next/static/).*)"] };

/**
 * Keeps in which order dashboards were opened, so that home begins with the last: a page itself can set no cookie. A GET
 * may do so, for nothing of the portal changes: it is a preference of the browser, as its own history is. Whether the
 * dashboard is refused is not known here; the names before it stay, and whoever reads the order skips what the roles do
 * not open. Source: PORTAL.md, Frame.
 */
function rememberDashboard(request: NextRequest, response: NextResponse): void {
  const dashboard = dashboardAt(request.nextUrl.pathname);
  if (dashboard === undefined) return;
  const order = writeDashboardOrder(dashboard, request.cookies.get(DASHBOARD_COOKIE)?.value);
  response.cookies.set(DASHBOARD_COOKIE, order, { ...cookieRules(), maxAge: DASHBOARD_COOKIE_SECONDS });
}

/** The framework fails with a bare 500 where it cannot decode an address; such a one names nothing and is sent to nowhere. */
function passOn(request: NextRequest, headers: Headers): NextResponse {
  return isDecodable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } });
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** The client's headers with ours over them, so that nobody sends us an id, a nonce or a path of their own. */
function forwardedHeaders(
  request: NextRequest,
  pathname: string,
  searchParams: URLSearchParams,
  requestId: string,
  nonce: string,
): Headers {
  const headers = new Headers(request.headers);
  const query = new URLSearchParams(searchParams);
  // The framework's own mark on navigations without a page load.
  query.delete("_rsc");
  headers.set(REQUEST_ID_HEADER, requestId);
  headers.set(REQUEST_PATH_HEADER, query.size === 0 ? pathname : `${pathname}?${query}`);
  headers.set("x-nonce", nonce);
  // From here the framework takes the nonce for its own scripts.
  headers.set("Content-Security-Policy", `script-src 'nonce-${nonce}'`);
  return headers;
}
