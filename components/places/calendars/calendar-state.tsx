import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { CalendarHead } from "@/lib/places/calendars/queries";

type Importing = Pick<CalendarHead, "url" | "state" | "succeededAt" | "failingSince" | "stale">;

/** How the importing of a calendar stands, in a word or two. */
export function CalendarState({ calendar }: { calendar: Importing }) {
  return (
    <span className="inline-flex flex-wrap gap-1 whitespace-nowrap">
      {badgesOf(calendar).map(([tone, words]) => (
        <Badge key={words} tone={tone}>
          {words}
        </Badge>
      ))}
    </span>
  );
}

const TROUBLES: Readonly<Partial<Record<Importing["state"], string>>> = { error: "Error", unreachable: "Unreachable" };
const WORK: Readonly<Partial<Record<Importing["state"], string>>> = { queued: "Queued", running: "Importing" };

/** What goes on comes beside what is wrong: one that fails and is tried again still fails. */
function badgesOf({ url, state, succeededAt, failingSince, stale }: Importing): [BadgeTone, string][] {
  if (url === null) return [["neutral", "No source"]];
  const trouble = TROUBLES[state] ?? (failingSince === null ? undefined : "Failing");
  const work = WORK[state];
  const badges: [BadgeTone, string][] = [
    ...(trouble === undefined ? [] : [["danger", trouble] as [BadgeTone, string]]),
    ...(stale ? [["warning", "Stale"] as [BadgeTone, string]] : []),
    ...(work === undefined ? [] : [["info", work] as [BadgeTone, string]]),
  ];
  if (badges.length > 0) return badges;
  return [succeededAt === null ? ["neutral", "Not imported yet"] : ["success", "Up to date"]];
}
