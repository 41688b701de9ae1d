"use client";
import { FormShell } from "@/components/patterns/form-shell";
import { previewCalendarAction } from "@/lib/places/calendar-form/actions";
import type { NewCalendarForm as Form } from "@/lib/places/calendar-form/queries";
import { createCalendarAction } from "@/lib/places/calendars/actions";
import { NEW_CALENDAR_PATH } from "@/lib/places/calendars/constants";
import { calendarFormSchema } from "@/lib/places/calendars/schemas";
import { CalendarFields } from "./calendar-fields";
import { PreviewAnswer } from "./preview-answer";

/** The form of a new calendar. Whoever comes from a partner's page makes one of that partner, which is also its first place. */
export function NewCalendarForm({ form, cancelHref }: { form: Form; cancelHref: string }) {
  const { organisers, places, found } = form;
  const [only, ...others] = organisers ?? [];
  const organiser = found.partner ?? (others.length === 0 ? (only ?? null) : null);
  const place = found.place ?? organiser;
  return (
    <FormShell
      action={createCalendarAction}
      schema={calendarFormSchema}
      values={{ strategy: "place", partner: organiser?.id ?? "", place: place?.id ?? "" }}
      submitLabel="Create calendar"
      cancelHref={cancelHref}
      bar="sticky"
      aside={{
        action: previewCalendarAction,
        label: "Preview",
        pendingLabel: "Looking at the source…",
        show: (preview) => <PreviewAnswer preview={preview} />,
      }}
    >
      <CalendarFields
        offer={{
          organisers,
          places,
          knownOrganisers: organiser === null ? [] : [organiser],
          knownPlaces: place === null ? [] : [place],
          formPath: NEW_CALENDAR_PATH,
          found,
        }}
      />
    </FormShell>
  );
}
