import { beforeAll, describe, expect, it } from "vitest";
import { endGrantAction, giveGrantAction } from "@/lib/people/grants/actions";
import { updateUserAction } from "@/lib/people/users/actions";
import { getUser } from "@/lib/people/users/queries";
import { act } from "@/lib/testing/partner-acts";
import { actorOf, emailOf, grantIdOf } from "@/lib/testing/people-acts";
import { peopleWorld } from "@/lib/testing/people-world";
import { loadForTest } from "@/lib/testing/statements";
import { listHistory } from "./queries";

/** What happened to the person with roles half inside and half outside other people's reach: as loaded, then as done. */
const garden = "role.grant partner role";
const kitchen = ["role.grant partner partnerName role", "role.end partner partnerName role"];
const rename = "user.update name";
const everything = [
  garden,
  "role.grant endsOn partner role",
  "role.grant neighbourhoods role",
  rename,
  "session.start by device",
  "role.change neighbourhoods",
  ...kitchen,
  "role.change endsOn",
  "role.end endsOn partner partnerName role",
  "role.end neighbourhoods role",
];

beforeAll(async () => {
  await loadForTest(peopleWorld, { reset: true });
  const both = emailOf("both");
  const end = async (told: string) => act("root", endGrantAction, { grantId: await grantIdOf("both", told) });
  const acts = [
    () => act("root", updateUserAction, { userId: both, version: 1, name: "Person of both", phone: "0161 496 0040" }),
    // Whoever is refused has signed in all the same.
    () => act("both", giveGrantAction, { userId: both, role: "root" }),
    () => act("root", giveGrantAction, { userId: both, role: "neighbourhood_admin", neighbourhoods: "ardwick" }),
    () => act("root", giveGrantAction, { userId: both, role: "partner_admin", partner: "kitchen" }),
    () => act("root", giveGrantAction, { userId: both, role: "partner_admin", partner: "shop", endsOn: "2098-06-30" }),
    () => end("partner_admin kitchen"),
    () => end("partner_admin shop"),
    () => end("neighbourhood_admin"),
  ];
  for (const one of acts) await one();
});

/** The history of that person as somebody reads it, in no order; null where it is refused. */
async function historyFor(who: string): Promise<string[] | null> {
  const found = await getUser(await actorOf("root"), emailOf("both"));
  if (found === null) throw new Error("The world has no such person.");
  const about = { type: "user", id: found.user.userId, externalId: null } as const;
  const { page } = await listHistory(await actorOf(who), about, null);
  return page?.events.map(({ action, changed }) => [action, ...changed].join(" ")).toSorted() ?? null;
}

describe("the history of a person", () => {
  it.each(["root", "root2", "both"])("is whole for root and for the person: %s", async (who) => {
    expect(await historyFor(who)).toEqual(everything.toSorted());
  });

  it.each([
    ["an area admin the roles on partners in reach, those that ended too", "area", [garden, ...kitchen]],
    ["a partnership admin those on partners of the partnership", "pa", [garden]],
    ["a co-admin those on the partner that they share", "own", [garden]],
  ])("tells %s, and neither of other roles nor of signing in", async (_, who, roles) => {
    expect(await historyFor(who)).toEqual([rename, ...roles].toSorted());
  });

  it("is refused to whoever does not see the person", async () => {
    expect(await historyFor("lone")).toBeNull();
  });
});
