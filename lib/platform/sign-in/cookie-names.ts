import "server-only";
import { env } from "@/env";

/** True where the portal is reached over https; cookies are then marked secure and their names say so. */
export function isSecure(): boolean {
  return env.appUrl.startsWith("https://");
}

/** The name of next-auth's session cookie here. The browser itself refuses a `__Secure-` one that did not come over https. */
export function sessionCookieName(): string {
  return `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;
}

/** The name of the cookie that ties a code to the browser that asked for it. */
export function challengeCookieName(): string {
  return `${isSecure() ? "__Secure-" : ""}remit.sign-in`;
}

/** The rules of every cookie that is set here: kept from scripts, and from requests that other sites make. */
export function cookieRules(path = "/") {
  return { path, sameSite: "lax", httpOnly: true, secure: isSecure() } as const;
}
