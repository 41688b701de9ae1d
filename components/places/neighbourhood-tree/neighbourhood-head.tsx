import { RecordHead } from "@/components/patterns/record-head";
import { Badge } from "@/components/ui/badge";
import { neighbourhoodPath, UNIT_NAMES } from "@/lib/places/neighbourhood-tree/constants";
import type { NeighbourhoodHead as Head, NeighbourhoodRemit } from "@/lib/places/neighbourhood-tree/queries";
import { NeighbourhoodActions } from "./neighbourhood-actions";

/** The tabs of a place's record, by the end of their addresses. */
export type NeighbourhoodTab = "" | "/admins" | "/history";

type Props = { neighbourhood: Head; acts: NeighbourhoodRemit["acts"]; tab: NeighbourhoodTab };

/** What every tab of a place's record begins with: its name and level, what may be done to it, and the tabs. */
export function NeighbourhoodHead({ neighbourhood, acts, tab }: Props) {
  const path = neighbourhoodPath(neighbourhood);
  const { name, welshName, unit, admins, unseenAdmins } = neighbourhood;
  const adminCount = new Set(admins.map(({ email }) => email)).size + sum(unseenAdmins.map(({ count }) => count));
  const mayReadHistory = acts.some(({ act, allowed }) => act === "view_history" && allowed);
  return (
    <RecordHead
      title={name}
      state={<Badge>{UNIT_NAMES[unit]}</Badge>}
      actions={<NeighbourhoodActions neighbourhood={neighbourhood} acts={acts} />}
      tabs={[
        { href: path, label: "Details" },
        { href: `${path}/admins`, label: "Area admins", count: adminCount },
        ...(mayReadHistory ? [{ href: `${path}/history`, label: "History" }] : []),
      ]}
      current={`${path}${tab}`}
    >
      {welshName !== null && (
        <p lang="cy" className="text-ink-muted">
          {welshName}
        </p>
      )}
    </RecordHead>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
