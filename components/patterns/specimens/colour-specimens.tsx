import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Banner } from "../banner";
import { Specimen, SpecimenGrid } from "./specimen";

const swatches = [
  ["canvas", "bg-canvas"],
  ["surface", "bg-surface"],
  ["raised", "bg-raised"],
  ["sunken", "bg-sunken"],
  ["line", "bg-line"],
  ["line-medium", "bg-line-medium"],
  ["line-strong", "bg-line-strong"],
  ["ink-muted", "bg-ink-muted"],
  ["ink", "bg-ink"],
  ["accent", "bg-accent"],
  ["accent-strong", "bg-accent-strong"],
  ["accent-soft", "bg-accent-soft"],
  ["on-accent", "bg-on-accent"],
  ["info", "bg-info"],
  ["info-soft", "bg-info-soft"],
  ["success", "bg-success"],
  ["success-soft", "bg-success-soft"],
  ["warning", "bg-warning"],
  ["warning-soft", "bg-warning-soft"],
  ["danger", "bg-danger"],
  ["danger-fill", "bg-danger-fill"],
  ["danger-strong", "bg-danger-strong"],
  ["danger-soft", "bg-danger-soft"],
  ["on-danger", "bg-on-danger"],
  ["focus", "bg-focus"],
  ["chart-a", "bg-chart-a"],
  ["chart-b", "bg-chart-b"],
  ["chart-c", "bg-chart-c"],
  ["chart-d", "bg-chart-d"],
  ["chart-e", "bg-chart-e"],
] as const;

/** Every colour token in the theme of the page, and both themes beside one another. */
export function ColourSpecimens() {
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3">
        {swatches.map(([name, look]) => (
          <li key={name} className="overflow-hidden rounded-md border border-line bg-surface text-sm">
            <div className={`h-12 ${look}`} />
            <p className="px-2.5 py-1.5">{name}</p>
          </li>
        ))}
      </ul>
      <div className="grid gap-4 md:grid-cols-2">
        <ThemeSample name="Light" scheme="light" />
        <ThemeSample name="Dark" scheme="dark" />
      </div>
    </>
  );
}

const steps = [
  ["text-2xl", "text-2xl font-semibold tracking-tight", "The title, one a page"],
  ["text-xl", "text-xl font-semibold", "Headings of sections"],
  ["text-lg", "text-lg", "A page’s first sentence, titles of dialogs"],
  ["text-base", "text-base", "Everything else: 14 px on a line of 22, dense enough for daily work and easy to follow"],
  ["text-sm", "text-sm text-ink-muted", "Heads of tables, help, paths"],
  ["text-xs", "text-xs text-ink-muted", "Badges and counts"],
] as const;

/** The steps of type, of radii and of elevation. */
export function ShapeSpecimens() {
  return (
    <SpecimenGrid>
      <Specimen name="Type">
        <div className="grid gap-2">
          {steps.map(([name, look, text]) => (
            <p key={name} className={look}>
              {text}
            </p>
          ))}
          <p className="text-base tabular-nums">1,234,567 · 11 Mar 2026, 09:41 UTC</p>
        </div>
      </Specimen>
      <Specimen name="Elevation: card, menu, dialog">
        <div className="size-24 rounded-lg border border-line bg-surface shadow-card" />
        <div className="size-24 rounded-lg border border-line bg-raised shadow-menu" />
        <div className="size-24 rounded-xl border border-line bg-raised shadow-dialog" />
      </Specimen>
    </SpecimenGrid>
  );
}

function ThemeSample({ name, scheme }: { name: string; scheme: "light" | "dark" }) {
  return (
    <div data-theme={scheme} className="grid content-start gap-4 rounded-lg border border-line bg-canvas p-5 text-ink">
      <h3 className="font-semibold">{name}</h3>
      <div className="grid gap-3 rounded-lg border border-line bg-surface p-4 shadow-card">
        <p>
          Hulme Garden Centre <span className="text-ink-muted">in Hulme, Manchester</span>
        </p>
        <div className="flex flex-wrap gap-1.5">
          <Badge>Neutral</Badge>
          <Badge tone="accent">Accent</Badge>
          <Badge tone="info">Info</Badge>
          <Badge tone="success">Success</Badge>
          <Badge tone="warning">Warning</Badge>
          <Badge tone="danger">Danger</Badge>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button tone="primary">Save</Button>
          <Button>Cancel</Button>
          <Button tone="danger">Delete</Button>
        </div>
      </div>
      <Banner tone="warning" title="Hidden from the public">
        <p>Only its admins can find it.</p>
      </Banner>
    </div>
  );
}
