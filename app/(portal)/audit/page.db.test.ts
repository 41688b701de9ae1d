import { isValidElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sessionCookieName } from "@/lib/platform/sign-in/cookie-names";
import { inRequest } from "@/lib/testing/request";
import { signInForTest } from "@/lib/testing/sessions";
import { loadForTest, recordForTest } from "@/lib/testing/statements";
import AuditPage from "./page";

const world = {
  users: [{ email: "root@remit.example", name: "Root" }],
  neighbourhoods: [{ code: "H", name: "Hulme", unit: "ward" }],
  partners: [{ id: "garden", name: "Garden Centre", serviceAreas: ["H"] }],
  roles: [{ user: "root@remit.example", role: "root" }],
};

test("the trail names each record that is there as the link to it, and says without one what is gone or has no page", async () => {
  await loadForTest(world, { reset: true });
  // Before the events, because it is one itself.
  const cookies = { [sessionCookieName()]: (await signInForTest("root@remit.example")).token };
  const gone = "0190c0de-0000-7000-8000-000000000000";
  const events = [
    ["partner.update", "partner", "garden"],
    ["partner.update", "partner", gone],
    // Another partner has taken its external id since.
    ["partner.delete", "partner", "garden"],
    ["neighbourhood.update", "neighbourhood", "H"],
    ["neighbourhood.update", "neighbourhood", "M"],
    ["neighbourhood.delete", "neighbourhood", gone],
    ["user.update", "user", "root@remit.example"],
    ["user.look_up", "user", "nobody@remit.example"],
    ["world.load", "system", "portal"],
  ] as const;
  await recordForTest(
    events.map(([action, resourceType, resourceId]) => {
      const before = action === "partner.delete" ? { name: "Garden as it was" } : undefined;
      return { actorId: null, actorLabel: "a test", action, resourceType, resourceId, ...(before && { before }) };
    }),
  );
  const { result } = await inRequest({ cookies }, () => AuditPage({ searchParams: Promise.resolve({}) }));
  const page = isValidElement(result) ? renderToStaticMarkup(result) : "";
  const links = [...page.matchAll(/<a [^>]*href="(\/(?:places|people)\/[^"]*)"[^>]*>([^<]*)<\/a>/g)];
  const newestFirst = links.map(([, href, name]) => [href, name]);
  expect(newestFirst.slice(0, 3)).toEqual([
    ["/people/root%40remit.example", "Root"],
    ["/places/neighbourhoods/H", "Hulme"],
    ["/places/partners/garden", "Garden Centre"],
  ]);
  // The others are of root's own account, which the world file made.
  expect(newestFirst.slice(3).filter(([href]) => href?.startsWith("/people/") !== true)).toEqual([]);
  const text = page.replaceAll(/<[^>]*>/g, " ");
  for (const key of ["nobody@remit.example", "portal", "Garden as it was"]) expect(text).toContain(key);
  // Root's own sign-in: whoever did something stands there by name, with the address apart.
  expect(text).toContain("root@remit.example");
  expect(text).not.toContain("&lt;");
  // Of a record that is gone only the end of its UUID is shown, and of no other any of it.
  expect(text).toContain("…00000000");
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
});
