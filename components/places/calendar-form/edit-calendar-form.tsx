"use client";
import { wordOf } from "@/components/patterns/form-merge";
import { FormShell } from "@/components/patterns/form-shell";
import { previewCalendarAction } from "@/lib/places/calendar-form/actions";
import type { CalendarForm } from "@/lib/places/calendar-form/queries";
import { wordsOf } from "@/lib/places/calendar-form/schemas";
import { updateCalendarAction } from "@/lib/places/calendars/actions";
import { calendarPath, STRATEGY_WORDS, UNSEEN_PLACE, UNSEEN_PLACE_NAME } from "@/lib/places/calendars/constants";
import { calendarEditSchema, isStrategy } from "@/lib/places/calendars/schemas";
import { CalendarFields } from "./calendar-fields";
import { fieldLabel } from "./field-labels";
import { PreviewAnswer } from "./preview-answer";

/** The edit form of a calendar. A default place that its reader may not see stays, unless they take it away. */
export function EditCalendarForm({ form }: { form: CalendarForm }) {
  const { calendar, version, values, organiser, place, organisers, places, found } = form;
  const path = calendarPath(calendar);
  const kept = place === "unseen" ? [{ id: UNSEEN_PLACE, name: UNSEEN_PLACE_NAME }] : place === null ? [] : [place];
  return (
    <FormShell
      action={updateCalendarAction}
      schema={calendarEditSchema(values)}
      values={{
        ...values,
        version: String(version),
        partner: found.partner?.id ?? values.partner,
        place: found.place?.id ?? values.place,
      }}
      fields={{ calendarId: calendar.id }}
      submitLabel="Save changes"
      cancelHref={path}
      bar="sticky"
      loaded={{ values, words: wordsOf(organiser, place) }}
      wording={{
        label: fieldLabel,
        value: (name, text, known) => {
          if (name === "strategy" && isStrategy(text)) return STRATEGY_WORDS[text].name;
          return name === "partner" || name === "place" ? (wordOf(known, text) ?? text) : text;
        },
      }}
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
          knownOrganisers: found.partner === null ? [organiser] : [organiser, found.partner],
          knownPlaces: found.place === null ? kept : [...kept, found.place],
          formPath: `${path}/edit`,
          found,
        }}
      />
    </FormShell>
  );
}
