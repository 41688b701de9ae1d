import { RecordHead } from "@/components/patterns/record-head";
import type { PartnerAct } from "@/lib/places/partner-acts/queries";
import type { AdminsGoing } from "@/lib/places/partner-deletions/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import type { PartnerRecord } from "@/lib/places/partners/queries";
import { PartnerActions } from "./partner-actions";
import { PartnerState } from "./partner-state";

/** The tabs of a partner's record, by the end of their addresses. */
export type PartnerTab = "" | "/people" | "/history";

type Props = {
  partner: PartnerRecord;
  /** What one may do to it. */
  acts: readonly PartnerAct[];
  tab: PartnerTab;
  /** What deleting it would do to its admins, where that is known already: then it is asked in a dialog and not on a page. */
  going?: AdminsGoing | null;
};

/** What every tab of a partner's record begins with: its name and state, what may be done to it, and the tabs. */
export function PartnerHead({ partner, acts, tab, going = null }: Props) {
  const path = partnerPath(partner);
  const hasAdmin = partner.admins.length + partner.unseenAdmins > 0;
  return (
    <RecordHead
      title={partner.name}
      state={<PartnerState hidden={partner.hiding !== null} hasAdmin={hasAdmin} />}
      actions={<PartnerActions partner={partner} acts={acts} going={going} />}
      tabs={[
        { href: path, label: "Details" },
        { href: `${path}/people`, label: "People with access" },
        { href: `${path}/history`, label: "History" },
      ]}
      current={`${path}${tab}`}
    />
  );
}
