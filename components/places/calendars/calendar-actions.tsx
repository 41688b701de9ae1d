import { Pencil, RefreshCw, Trash2 } from "lucide-react";
import { ActionForm } from "@/components/patterns/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Menu, MenuLink, MenuRefusal } from "@/components/ui/menu";
import { importCalendarAction } from "@/lib/places/calendars/actions";
import { calendarPath } from "@/lib/places/calendars/constants";
import type { CalendarAct, CalendarRecord } from "@/lib/places/calendars/queries";

type Props = { calendar: CalendarRecord; acts: readonly CalendarAct[] };

/**
 * What may be done to a calendar: the main acts as buttons, the rest in a menu. What one may not do is not there, but for
 * deleting: whoever may edit everything else would look for it.
 */
export function CalendarActions({ calendar, acts }: Props) {
  const path = calendarPath(calendar);
  const may = (name: CalendarAct["act"]) => acts.some(({ act, allowed }) => act === name && allowed);
  if (!may("update")) return null;
  const label = (
    <>
      <Trash2 aria-hidden />
      Delete…
    </>
  );
  const refusal = acts.find(({ act }) => act === "delete")?.reasons.map(({ text }) => text) ?? [];
  return (
    <>
      <ButtonLink href={`${path}/edit`} tone="primary">
        <Pencil aria-hidden className="size-4" />
        Edit
      </ButtonLink>
      {may("import") && canImport(calendar) && (
        <ActionForm action={importCalendarAction} fields={{ calendarId: calendar.id }}>
          <RefreshCw aria-hidden className="size-4" />
          Import now
        </ActionForm>
      )}
      <Menu label="More" panelClassName="w-72">
        {may("delete") ? (
          <MenuLink href={`${path}/delete`} tone="danger">
            {label}
          </MenuLink>
        ) : (
          <MenuRefusal label={label} reason={refusal.join(" ")} />
        )}
      </Menu>
    </>
  );
}

/** What cannot be begun now is not offered: the page says why where it tells how the import stands. */
function canImport({ url, state }: CalendarRecord): boolean {
  return url !== null && state !== "queued" && state !== "running";
}
