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

test("the trail leads to each record that is there, and names without a link what is gone or has no page", async () => {
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
      return { actorId: null, actorLabel: "a test", action, resourceType, resourceId };
    }),
  );
  const { result } = await inRequest({ cookies }, () => AuditPage({ searchParams: Promise.resolve({}) }));
  const page = isValidElement(result) ? renderToStaticMarkup(result) : "";
  const links = [...page.matchAll(/<a [^>]*href="(\/(?:places|people)\/[^"]*)"[^>]*>([^<]*)<\/a>/g)];
  const newestFirst = links.map(([, href, name]) => [href, name]);
  expect(newestFirst.slice(0, 3)).toEqual([
    ["/people/root%40remit.example", "root@remit.example"],
    ["/places/neighbourhoods/H", "H"],
    ["/places/partners/garden", "garden"],
  ]);
  // The others are of root's own account, which the world file made.
  expect(newestFirst.slice(3).filter(([href]) => href?.startsWith("/people/") !== true)).toEqual([]);
  for (const [, , id] of events) expect(page).toContain(id);
});
