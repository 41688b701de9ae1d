import { beforeAll, expect, it } from "vitest";
import { hidePartnerAction, unhidePartnerAction } from "@/lib/places/partners/actions";
import { getPartner } from "@/lib/places/partners/queries";
import { editingWorld } from "@/lib/testing/editing-world";
import { act, edit } from "@/lib/testing/partner-acts";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getNoticeFacts } from "./queries";

beforeAll(() => loadForTest(editingWorld));

async function factsFor(who: string, code: unknown, partnerId: string) {
  const actor = await actorOf(who);
  const partner = await getPartner(actor, partnerId);
  if (partner === null) throw new Error(`${who} does not see ${partnerId}.`);
  return getNoticeFacts(actor, code, partner);
}

it("a partner that was shown again is undone with the reason it was last hidden for, by those who may hide it", async () => {
  for (const reason of ["First.", "Last."]) {
    await act("area", hidePartnerAction, { partnerId: "garden", reason });
    await act("area", unhidePartnerAction, { partnerId: "garden" });
  }
  expect(await factsFor("area", "partner-shown", "garden")).toMatchObject({ hidden: false, hiddenBefore: "Last." });
  expect(await factsFor("own", "partner-shown", "garden")).toMatchObject({ hiddenBefore: null });
  expect(await factsFor("area", "partner-shown", "kitchen")).toMatchObject({ hiddenBefore: null });
});

it("a partner that is hidden now is not offered to be hidden again", async () => {
  expect(await factsFor("city", "partner-shown", "hall")).toMatchObject({ hidden: true, hiddenBefore: null });
});

it("places taken away beyond the area are those of one's own last save, whatever an address claims", async () => {
  expect(await factsFor("pa", "partner-saved-beyond-area", "bridge")).toMatchObject({ removedBeyondArea: [] });
  await edit("pa", "bridge", { removeNeighbourhoods: "ordsall" });
  expect(await factsFor("pa", "partner-saved-beyond-area", "bridge")).toMatchObject({ removedBeyondArea: ["Ordsall"] });
  expect(await factsFor("city", "partner-saved-beyond-area", "bridge")).toMatchObject({ removedBeyondArea: [] });
});

it("a notice that names nothing asks the database nothing, and neither does nonsense", async () => {
  const root = await actorOf("root");
  const partner = { id: "019a0000-0000-7000-8000-000000000000", hiding: null };
  for (const code of ["partner-saved", undefined, ["partner-shown"], "nonsense"]) {
    expect(await countStatements(() => getNoticeFacts(root, code, partner))).toBe(0);
  }
});
