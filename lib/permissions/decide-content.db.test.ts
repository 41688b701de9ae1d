import { beforeAll, describe, expect, it } from "vitest";
import { readTransaction } from "@/db/client";
import { addDeletion, addEvent, prepareContent } from "@/lib/testing/content-world";
import { type Ask, type Decision, decide } from "./decide";
import { loadActor } from "./load-actor";

beforeAll(prepareContent);

function ask(who: string, action: string, resource: Ask["resource"], properties: object = {}): Promise<Decision> {
  return readTransaction(async (tx) => {
    const actor = await loadActor(tx, { email: `${who}@people.example` });
    return decide(tx, { actor, action, resource, properties: { ...properties } });
  });
}

const codes = ({ reasons }: Decision) => reasons.map(({ code }) => code);
const texts = ({ reasons }: Decision) => reasons.map(({ text }) => text);
const calendar = (id: string) => ({ type: "calendar", id });
const site = (id: string) => ({ type: "site", id });
const created = (properties: Record<string, unknown>) => ({ type: "calendar", id: "new", properties });

describe("a calendar", () => {
  it.each(["area", "partnership", "cafe"])(
    "tells %s the same of a partner out of sight as of one that does not exist",
    async (who) => {
      const unseen = who === "partnership" ? "hulme-and-ardwick" : "wales-shop";
      for (const named of ["partner", "place"]) {
        const [known, unknown] = [unseen, "no-such-partner"].map((id) => {
          const record = created({ partner: "hulme-cafe", [named]: id });
          return ask(who, "create", record);
        });
        expect(await known).toEqual(await unknown);
      }
      const moves = [unseen, "no-such-partner"].map((partner) =>
        ask(who, "update", calendar("cafe-events"), { partner }),
      );
      const [known, unknown] = await Promise.all(moves);
      expect(known).toEqual(unknown);
      expect(known === undefined ? [] : codes(known)).toEqual(["outside_reach"]);
    },
  );

  it("tells root, who reaches everything, what does not exist", async () => {
    const update = await ask("root", "update", calendar("cafe-events"), { partner: "no-such-partner" });
    expect(texts(update)).toEqual(["There is no such partner."]);
    expect(texts(await ask("root", "create", created({})))).toEqual(["A calendar belongs to a partner."]);
    expect(codes(await ask("root", "create", created({ partner: "hulme-cafe", place: 7 })))).toEqual(["invalid"]);
  });

  it("keeps a default place that the actor does not see, and never takes a new one of that kind", async () => {
    const keeps = await ask("area", "update", calendar("cafe-events"), { place: "wales-shop", fields: ["name"] });
    expect(keeps.outcome).toBe("allow");
    expect(codes(await ask("area", "update", calendar("garden-days"), { place: "wales-shop" }))).toEqual([
      "outside_reach",
    ]);
  });

  it("moves only between partners that are both in scope", async () => {
    const moves = (who: string, id: string, partner: string) => ask(who, "update", calendar(id), { partner });
    expect((await moves("area", "cafe-events", "moss-side-garden")).outcome).toBe("allow");
    expect(codes(await moves("cafe", "cafe-events", "moss-side-garden"))).toEqual(["outside_reach"]);
    expect(codes(await moves("partnership", "shop-evenings", "hulme-cafe"))).toEqual(["not_visible"]);
  });

  it("keeps its place as long as its strategy needs one, for root too", async () => {
    expect(codes(await ask("root", "update", calendar("cafe-events"), { place: null }))).toEqual(["invalid"]);
    const both = await ask("cafe", "update", calendar("cafe-events"), { place: null, fields: ["strategy"] });
    expect(both.outcome).toBe("allow");
    expect((await ask("area", "update", calendar("garden-days"), { place: null })).outcome).toBe("allow");
  });

  it("knows no field but its own, and does not show itself to whoever hosts it", async () => {
    expect(codes(await ask("area", "update", calendar("cafe-events"), { fields: ["colour"] }))).toEqual(["invalid"]);
    expect(codes(await ask("cafe", "view", calendar("shop-evenings")))).toEqual(["not_visible"]);
    expect(codes(await ask("site", "view", calendar("cafe-events")))).toEqual(["not_visible"]);
  });

  it("is deleted by whoever has its organiser in scope, also where that partner itself could not be", async () => {
    expect((await ask("area", "delete", calendar("library-clubs"))).outcome).toBe("allow");
    expect((await ask("area", "delete", { type: "partner", id: "hulme-and-ardwick" })).outcome).toBe("deny");
  });

  it("is named among what leaves sight together with its organiser", async () => {
    const partner = { type: "partner", id: "hulme-cafe" };
    const decision = await ask("partnership", "update", partner, { removeTags: ["age"] });
    expect(decision.outcome).toBe("confirm");
    expect(decision.disappearing.map(({ type, id }) => `${type} ${id}`)).toEqual([
      "partner hulme-cafe",
      "calendar cafe-events",
      "user cafe@people.example",
      "user co-admin@people.example",
    ]);
    expect(texts(decision)[0]).toMatch(/^You will no longer see Cedar Café, the calendar Café events, \w/);
    const leaves = await ask("cafe", "remove_role", partner, { user: "cafe@people.example", role: "partner_admin" });
    expect(leaves.disappearing.map(({ id }) => id)).toContain("cafe-events");
  });
});

describe("an event", () => {
  it("is hidden once and shown once, each refused in words where it is so already", async () => {
    const [shown, hidden] = [await addEvent("cafe-events"), await addEvent("cafe-events", { hidden: true })];
    const act = (action: string, id: string, properties = {}) => ask("area", action, { type: "event", id }, properties);
    expect((await act("hide", shown, { reason: "Not for everybody" })).outcome).toBe("allow");
    expect(texts(await act("hide", shown, { reason: " " }))).toEqual(["Hiding an event takes a reason."]);
    expect(texts(await act("hide", hidden, { reason: "Again" }))).toEqual(["This event is hidden already."]);
    expect((await act("unhide", hidden)).outcome).toBe("allow");
    expect(texts(await act("unhide", shown))).toEqual(["This event is not hidden."]);
  });

  it("is not moderated by its own organiser's admin, who sees it", async () => {
    const event = { type: "event", id: await addEvent("cafe-events") };
    expect((await ask("cafe", "view_history", event)).outcome).toBe("allow");
    expect(codes(await ask("cafe", "hide", event, { reason: "Ours" }))).toEqual(["no_grant"]);
  });

  it.each<[string, string, object, boolean]>([
    ["still to come", "cafe-events", {}, true],
    ["over", "cafe-events", { over: true }, false],
    ["withdrawn by its source", "cafe-events", { withdrawn: true }, false],
    ["hidden", "cafe-events", { hidden: true }, false],
    ["held in the area by a partner elsewhere", "shop-evenings", {}, false],
  ])("is seen by a site admin as the public sees it: %s", async (_name, of, state, seen) => {
    const event = { type: "event", id: await addEvent(of, state) };
    expect((await ask("site", "view", event)).outcome).toBe(seen ? "allow" : "deny");
    expect((await ask("site", "view_history", event)).outcome).toBe("deny");
    expect((await ask("root", "view", event)).outcome).toBe("allow");
  });
});

describe("a site", () => {
  it.each<[object, string[]]>([
    [{ fields: ["name", "tagline"] }, ["site_admin"]],
    [{ fields: ["slug"] }, ["field_not_yours"]],
    [{ fields: ["name", "domain"] }, ["field_not_yours"]],
    [{ addNeighbourhoods: ["ardwick"] }, ["field_not_yours"]],
    [{ addNeighbourhoods: ["nowhere"] }, ["field_not_yours"]],
    [{ removeNeighbourhoods: ["hulme"] }, ["field_not_yours"]],
    [{ addNeighbourhoods: ["hulme"], removeNeighbourhoods: ["ardwick", "nowhere"] }, ["site_admin"]],
    [{ addTags: ["age"] }, ["tag_not_yours"]],
    [{ fields: ["colour"] }, ["invalid"]],
  ])("is changed by its own admin in what it says alone: %j", async (change, expected) => {
    expect(codes(await ask("site", "update", site("hulme-site"), change))).toEqual(expected);
  });

  it.each<[object, string]>([
    [{ addNeighbourhoods: ["nowhere"] }, "There is no such neighbourhood."],
    [{ addTags: ["no-tag"] }, "There is no such tag."],
    [{ addTags: ["food"] }, "A site takes partnership tags only."],
    [{ addTags: "age" }, "Neighbourhoods and tags are given as lists of texts."],
  ])("takes only what exists and fits, from root too: %j", async (change, sentence) => {
    expect(texts(await ask("root", "update", site("hulme-site"), change))).toEqual([sentence]);
  });

  it("gives its admin no say over who looks after it, oneself included", async () => {
    const own = { user: "site@people.example", role: "site_admin" };
    expect(codes(await ask("site", "remove_role", site("hulme-site"), own))).toEqual(["no_grant"]);
    expect(
      codes(await ask("site", "assign_role", site("hulme-site"), { ...own, user: "plain@people.example" })),
    ).toEqual(["no_grant"]);
    expect((await ask("root", "remove_role", site("hulme-site"), own)).outcome).toBe("allow");
    expect(codes(await ask("root", "remove_role", site("wales-site"), own))).toEqual(["invalid"]);
    expect(codes(await ask("site", "view", site("wales-site")))).toEqual(["not_visible"]);
  });

  it("keeps the account of its admin from being deleted, until root has ended the role", async () => {
    const decision = await ask("root", "delete", { type: "user", id: "site@people.example" });
    expect(codes(decision)).toEqual(["invalid"]);
    expect((await ask("root", "deactivate", { type: "user", id: "site@people.example" })).outcome).toBe("allow");
  });

  it("keeps its neighbourhoods from being deleted", async () => {
    expect(codes(await ask("root", "delete", { type: "neighbourhood", id: "wales" }))).toEqual(["invalid"]);
  });
});

describe("a deleted partner", () => {
  it("is brought back by root within 30 days, by either id, and is nobody else's to know of", async () => {
    const id = await addDeletion("gone-lately", 29);
    for (const key of ["gone-lately", id]) {
      expect((await ask("root", "restore", { type: "partner", id: key })).outcome).toBe("allow");
      expect(codes(await ask("area", "restore", { type: "partner", id: key }))).toEqual(["not_visible"]);
      expect(codes(await ask("root", "view", { type: "partner", id: key }))).toEqual(["not_visible"]);
    }
  });

  it("is gone for good after 30 days, and once it was brought back", async () => {
    await addDeletion("gone-long", 31);
    await addDeletion("came-back", 2, true);
    for (const id of ["gone-long", "came-back"]) {
      expect(codes(await ask("root", "restore", { type: "partner", id }))).toEqual(["not_visible"]);
    }
  });

  it("is not one that is there", async () => {
    expect(codes(await ask("root", "restore", { type: "partner", id: "hulme-cafe" }))).toEqual(["invalid"]);
    expect(codes(await ask("area", "restore", { type: "partner", id: "hulme-cafe" }))).toEqual(["no_grant"]);
  });
});
