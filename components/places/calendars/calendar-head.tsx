import { RecordHead } from "@/components/patterns/record-head";
import { TextLink } from "@/components/ui/text-link";
import { calendarPath } from "@/lib/places/calendars/constants";
import type { CalendarAct, CalendarRecord } from "@/lib/places/calendars/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { CalendarActions } from "./calendar-actions";
import { CalendarState } from "./calendar-state";

/** The tabs of a calendar's record, by the end of their addresses. */
export type CalendarTab = "" | "/history";

type Props = { calendar: CalendarRecord; acts: readonly CalendarAct[]; tab: CalendarTab };

/** What every tab of a calendar's record begins with: its name and state, whose it is, what may be done to it, and the tabs. */
export function CalendarHead({ calendar, acts, tab }: Props) {
  const path = calendarPath(calendar);
  const mayReadHistory = acts.some(({ act, allowed }) => act === "view_history" && allowed);
  return (
    <RecordHead
      title={calendar.name}
      state={<CalendarState calendar={calendar} />}
      actions={<CalendarActions calendar={calendar} acts={acts} />}
      tabs={[
        { href: path, label: "Details" },
        ...(mayReadHistory ? [{ href: `${path}/history`, label: "History" }] : []),
      ]}
      current={`${path}${tab}`}
    >
      <p className="text-ink-muted">
        A calendar of <TextLink href={partnerPath(calendar.organiser)}>{calendar.organiser.name}</TextLink>
      </p>
    </RecordHead>
  );
}
