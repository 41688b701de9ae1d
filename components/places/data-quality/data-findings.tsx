import { BadgeCheck } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { Card } from "@/components/ui/card";
import { calendarPath } from "@/lib/places/calendars/constants";
import type { DataFault } from "@/lib/places/data-quality/constants";
import type { DataFinding, FaultyRecord } from "@/lib/places/data-quality/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { type FaultWords, FindingCard } from "./finding-card";

/** Every fault that some record has, each as a card; a sentence of its own where there is none. */
export function DataFindings({
  findings,
  personPath,
}: {
  findings: readonly DataFinding[];
  /** Where a person's roles are put right: people belong to no wing. */
  personPath: (person: { userId: string; email: string }) => string;
}) {
  const there = findings.filter(({ count }) => count > 0);
  if (there.length === 0) {
    return (
      <Card id="findings" title="Nothing to put right" flush>
        <EmptyState title="All data is in order" icon={<BadgeCheck aria-hidden />}>
          Partners without a place or an admin, calendars that fail and roles that open nothing would be listed here.
        </EmptyState>
      </Card>
    );
  }
  const words = wordsOf(personPath);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {there.map((finding) => (
        <FindingCard key={finding.fault} finding={finding} words={words[finding.fault]} />
      ))}
    </div>
  );
}

function wordsOf(
  personPath: (person: { userId: string; email: string }) => string,
): Readonly<Record<DataFault, FaultWords>> {
  const toPlaces = (record: FaultyRecord) => `${partnerPath(pathKey(record))}/edit#places`;
  const toCalendar = (record: FaultyRecord) => calendarPath(pathKey(record));
  return {
    "without-place": {
      title: "Partners without a place",
      why: "No address and no service area: no area admin sees them. Give each a place.",
      repairHref: toPlaces,
    },
    "legacy-place": {
      title: "Partners in legacy neighbourhoods",
      why: "The latest look-up of neighbourhoods leaves these places out. Move each partner to the place that took over.",
      repairHref: toPlaces,
    },
    "without-admin": {
      title: "Partners without an admin",
      why: "Nobody keeps these up to date but the admins of their area. Add an admin to each.",
      repairHref: (record) => `${partnerPath(pathKey(record))}/people/new`,
    },
    failing: {
      title: "Calendars that fail",
      why: "The last import went wrong. Each calendar’s page says what to do.",
      repairHref: toCalendar,
    },
    stale: {
      title: "Stale calendars",
      why: "Nothing was read for a week, although no import failed. Import each again.",
      repairHref: toCalendar,
    },
    never: {
      title: "Calendars never imported",
      why: "Nothing was ever read from their source. Give each its source, or import it.",
      repairHref: toCalendar,
    },
    "incomplete-role": {
      title: "People with an incomplete role",
      why: "A role without a neighbourhood or a partnership opens nothing. Complete it, or end it.",
      repairHref: ({ id, key }) => personPath({ userId: id, email: key }),
    },
  };
}

/** What an address takes of a record. */
function pathKey({ id, key }: FaultyRecord): { id: string; externalId: string | null } {
  return { id, externalId: key === id ? null : key };
}
