import { beforeEach, describe, expect, it, test } from "vitest";
import { endGrantAction } from "@/lib/people/grants/actions";
import { getUser } from "@/lib/people/users/queries";
import { act, idOf, tracesOf } from "@/lib/testing/partner-acts";
import { actorOf, grantIdOf, mailsTo, rolesNow } from "@/lib/testing/people-acts";
import { siteWorld } from "@/lib/testing/site-world";
import { readSiteForTest, siteIdForTest } from "@/lib/testing/sites";
import { loadForTest } from "@/lib/testing/statements";
import { addSiteAdminAction, endSiteAdminAction } from "./actions";
import { listSiteAdmins } from "./queries";

beforeEach(() => loadForTest(siteWorld, { reset: true }));

async function adminsOf(siteId: string): Promise<readonly string[] | undefined> {
  return (await readSiteForTest(siteId))?.admins;
}

const mail = (who: string) => `${who}@people.example`;

describe("adding a site admin", () => {
  it("is root's, by exact address, is told by mail and stands in both trails", async () => {
    const done = await act("root", addSiteAdminAction, { siteId: "around", email: ` ${mail("PLAIN").toUpperCase()} ` });
    expect(done).toEqual({ to: "/places/sites/around/people?notice=site-admin-added", refused: null });
    expect(await adminsOf("around")).toEqual([mail("plain"), mail("si")]);
    const [told] = await mailsTo("plain");
    expect(told?.subject).toBe("You look after the site Around Hulme in Remit");
    const granted = { role: "site_admin", siteName: "Around Hulme" };
    expect((await tracesOf(await idOf("plain"))).at(-1)).toMatchObject({ action: "role.grant", after: granted });
    expect((await tracesOf(await siteIdForTest("around"))).at(-1)).toMatchObject({
      action: "role.grant",
      after: { admin: { name: "Person plain" } },
    });
  });

  it("is not a site admin's, oneself included, and the refusal is the same for a known and an unknown address", async () => {
    const answers = await Promise.all(
      [mail("plain"), mail("nobody"), mail("si"), mail("off")].map((email) =>
        act("si", addSiteAdminAction, { siteId: "around", email }),
      ),
    );
    for (const { refused } of answers) expect(refused?.code).toBe("forbidden");
    const told = answers.map(({ refused }) => JSON.stringify([refused?.message, refused?.reasons, refused?.fields]));
    expect(new Set(told).size).toBe(1);
    expect(await adminsOf("around")).toEqual([mail("si")]);
    expect(await mailsTo("plain")).toEqual([]);
  });

  test.each(["area", "pa", "own", "plain", "si2"])("is not %s's, who sees no such site", async (who) => {
    const { refused } = await act(who, addSiteAdminAction, { siteId: "around", email: mail("plain") });
    expect(refused?.code).toBe("not_found");
    expect(await adminsOf("around")).toEqual([mail("si")]);
  });

  it("with an address that has no account in use makes none, says so on the field, and is kept in the trail", async () => {
    for (const who of ["nobody", "off"]) {
      const { refused } = await act("root", addSiteAdminAction, { siteId: "around", email: mail(who) });
      expect([refused?.code, Object.keys(refused?.fields ?? {})]).toEqual(["invalid", ["email"]]);
      expect((await tracesOf(await siteIdForTest("around"))).at(-1)).toMatchObject({
        action: "user.look_up",
        after: { email: mail(who) },
      });
    }
    expect(await adminsOf("around")).toEqual([mail("si")]);
  });

  it("of somebody who is one already is refused on the field", async () => {
    const { refused } = await act("root", addSiteAdminAction, { siteId: "around", email: mail("si") });
    expect([refused?.code, Object.keys(refused?.fields ?? {})]).toEqual(["invalid", ["email"]]);
  });
});

describe("removing a site admin", () => {
  it("is root's, and the role opens nothing from then on", async () => {
    const done = await act("root", endSiteAdminAction, { siteId: "around", userId: mail("si") });
    expect(done).toEqual({ to: "/places/sites/around/people?notice=site-admin-removed", refused: null });
    expect(await rolesNow("si")).toEqual([]);
    expect(await listSiteAdmins(await actorOf("si"), "around")).toBeNull();
  });

  it("is not a site admin's, not even of oneself", async () => {
    const { refused } = await act("si", endSiteAdminAction, { siteId: "around", userId: mail("si") });
    expect(refused?.code).toBe("forbidden");
    expect(await adminsOf("around")).toEqual([mail("si")]);
  });

  it("can be done by root on the person's page too, where the role is spelled out", async () => {
    const found = await getUser(await actorOf("root"), mail("si"));
    expect(found?.user.grants).toMatchObject([{ role: "site_admin", site: { name: "Around Hulme" }, mayEnd: true }]);
    const grantId = await grantIdOf("si", "site_admin");
    expect((await act("root", endGrantAction, { grantId })).refused).toBeNull();
    expect(await adminsOf("around")).toEqual([]);
  });

  it("on one's own page is refused to a site admin", async () => {
    const grantId = await grantIdOf("si", "site_admin");
    expect((await act("si", endGrantAction, { grantId })).refused?.code).toBe("forbidden");
    expect(await adminsOf("around")).toEqual([mail("si")]);
  });
});

describe("who looks after a site", () => {
  it("is named to root, and to a site admin as far as they may view the people", async () => {
    await act("root", addSiteAdminAction, { siteId: "around", email: mail("own") });
    const root = await listSiteAdmins(await actorOf("root"), "around");
    expect([root?.admins.map(({ name }) => name), root?.unseenAdmins]).toEqual([["Person own", "Person si"], 0]);
    expect([root?.add.allowed, root?.remove.allowed]).toEqual([true, true]);
    const si = await listSiteAdmins(await actorOf("si"), "around");
    expect([si?.admins.map(({ name }) => name), si?.unseenAdmins]).toEqual([["Person si"], 1]);
    expect([si?.add.allowed, si?.remove.allowed, si?.add.reasons.length]).toEqual([false, false, 1]);
  });

  it("is nobody's to know who sees no such site", async () => {
    for (const who of ["area", "own", "plain", "si2"]) {
      expect(await listSiteAdmins(await actorOf(who), "around")).toBeNull();
    }
  });
});
