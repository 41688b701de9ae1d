import "server-only";
import { notFound } from "next/navigation";
import { ChartSpecimens } from "@/components/patterns/specimens/chart-specimens";
import { ColourSpecimens, ShapeSpecimens } from "@/components/patterns/specimens/colour-specimens";
import { ButtonSpecimens, ChoiceSpecimens, FieldSpecimens } from "@/components/patterns/specimens/control-specimens";
import { FeedbackSpecimens } from "@/components/patterns/specimens/feedback-specimens";
import { FormSpecimens } from "@/components/patterns/specimens/form-specimens";
import { NavigationSpecimens } from "@/components/patterns/specimens/navigation-specimens";
import { OverlaySpecimens } from "@/components/patterns/specimens/overlay-specimens";
import { PickerSpecimens } from "@/components/patterns/specimens/picker-specimens";
import { SpecimenSection } from "@/components/patterns/specimens/specimen";
import { TableSpecimens } from "@/components/patterns/specimens/table-specimens";
import { TextLink } from "@/components/ui/text-link";
import { env, isDevelopment } from "@/env";

const sections = [
  ["colour", "Colour", "Named by what it is for; every pair that meets is checked for contrast.", ColourSpecimens],
  ["shape", "Type and elevation", "One family, six sizes, three heights.", ShapeSpecimens],
  ["buttons", "Buttons", "One primary button a page. Try them with the keyboard.", ButtonSpecimens],
  ["fields", "Fields", "Label, help, error, control: always in this order.", FieldSpecimens],
  ["choices", "Choices", "Native checkboxes, also where they look like chips.", ChoiceSpecimens],
  ["pickers", "Pickers", "Where HTML lacks the part; loaded when they are needed.", PickerSpecimens],
  ["navigation", "Navigation", "Where one is, what belongs together, what can be done.", NavigationSpecimens],
  ["tables", "Tables", "Rows from the server; cards on a narrow screen.", TableSpecimens],
  ["feedback", "Feedback", "Colour, icon and words say the same thing.", FeedbackSpecimens],
  ["overlays", "Dialog and drawer", "Native dialogs behind ordinary links.", OverlaySpecimens],
  ["forms", "Forms", "Whatever happens, what was typed stays.", FormSpecimens],
  ["charts", "Charts", "Drawn on the server, with the figures behind them.", ChartSpecimens],
] as const;

/** Every part of the interface in all its states, for whoever builds or checks one; in development and tests only. */
export default function DesignPage() {
  if (!isDevelopment() && !env.designPages) notFound();
  return (
    <>
      <title>Design · Remit</title>
      <div className="grid gap-4 py-10">
        <h1 className="text-2xl font-semibold tracking-tight">Design</h1>
        <nav aria-label="Sections">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {sections.map(([id, title]) => (
              <li key={id} className="flex min-h-6 items-center">
                <TextLink href={`#${id}`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {sections.map(([id, title, about, Specimens]) => (
        <SpecimenSection key={id} id={id} title={title} about={about}>
          <Specimens />
        </SpecimenSection>
      ))}
    </>
  );
}
