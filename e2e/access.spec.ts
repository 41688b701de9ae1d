import { expect, test } from "@playwright/test";
import { actionLines, routeLines } from "@/lib/testing/access-walk";
import { type Walker, walkers } from "@/lib/testing/walkers";
import {
  outcomeOfAction,
  outcomeOfRoute,
  partnerVersions,
  prepareWalkers,
  readActionAddresses,
  sessionOf,
} from "@/lib/testing/walking";
import { postAction, send } from "./fixtures";

const everybody = Object.keys(walkers) as Walker[];

test.beforeAll(prepareWalkers);

async function postTo(action: string, input: object, headers: Record<string, string>): Promise<Response> {
  const address = (await readActionAddresses(process.cwd())).get(action);
  if (address === undefined) throw new Error(`The build has no action ${action}.`);
  return postAction(address, input, headers);
}

/** The id of the session that a cookie opens now, or undefined. */
async function currentSession(cookie: string): Promise<unknown> {
  return (await (await send("GET", "/api/auth/session", { cookie })).json()).sessionId;
}

test.describe("every page and route handler", () => {
  for (const { route, path, about, outcomes } of routeLines) {
    test(`${route} (${path}), ${about}, answers everybody as the table says`, async () => {
      const [method = ""] = route.split(" ");
      const found: Partial<Record<Walker, unknown>> = {};
      for (const walker of everybody) {
        const { cookie } = await sessionOf(walker);
        found[walker] = outcomeOfRoute(await send(method, path, { cookie }));
      }
      expect(found).toEqual(outcomes);
    });
  }
});

test.describe("every server action, posted straight to its address", () => {
  for (const { action, about, input, outcomes } of actionLines) {
    test(`${action} on ${about} answers everybody as the table says`, async () => {
      const found: Partial<Record<Walker, unknown>> = {};
      for (const walker of everybody) {
        const own = await sessionOf(walker);
        const other = await sessionOf(walker === "root" ? "no role" : "root");
        const versions = await partnerVersions();
        const known = { ownSession: own.sessionId, othersSession: other.sessionId, versions };
        found[walker] = await outcomeOfAction(await postTo(action, input(known), { cookie: own.cookie }));
        // Whatever the answer was, somebody else's session is still there.
        expect(await currentSession(other.cookie)).toBe(other.sessionId);
      }
      expect(found).toEqual(outcomes);
    });

    test(`${action} on ${about} is refused from elsewhere, and nothing happens`, async () => {
      const own = await sessionOf("root");
      const known = { ownSession: own.sessionId, othersSession: own.sessionId, versions: await partnerVersions() };
      const noOrigin = { cookie: own.cookie, origin: "" };
      const elsewhere = { cookie: own.cookie, origin: "https://elsewhere.example" };
      const crossSite = { ...noOrigin, "sec-fetch-site": "cross-site" };
      for (const headers of [noOrigin, elsewhere, crossSite]) {
        expect((await postTo(action, input(known), headers)).status).toBe(403);
      }
      expect(await currentSession(own.cookie)).toBe(own.sessionId);
    });
  }
});
