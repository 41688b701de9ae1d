import { beforeAll, expect, it } from "vitest";
import { getPartner } from "@/lib/places/partners/queries";
import { editingWorld } from "@/lib/testing/editing-world";
import { actorOf } from "@/lib/testing/people-acts";
import { countStatements, loadForTest } from "@/lib/testing/statements";
import { getAdminsGoing, getPartnerDeletion } from "./queries";

beforeAll(() => loadForTest(editingWorld));

const partnerIds = (editingWorld.partners ?? []).map(({ id }) => id);

it.each(["root", "city", "pa", "own"])(
  "the dialog on the record says of the admins what the page says to %s",
  async (who) => {
    const actor = await actorOf(who);
    let compared = 0;
    for (const partnerId of partnerIds) {
      const partner = await getPartner(actor, partnerId);
      const deletion = (await getPartnerDeletion(actor, partnerId))?.deletion;
      if (partner === null || deletion == null) continue;
      const { admins, unseenAdmins, disappearing } = deletion;
      expect(await getAdminsGoing(actor, partner.id)).toEqual({ admins, unseenAdmins, disappearing });
      expect(await countStatements(() => getAdminsGoing(actor, partner.id))).toBeLessThanOrEqual(2);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(0);
  },
);
