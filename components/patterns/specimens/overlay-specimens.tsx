import { Button } from "@/components/ui/button";
import { DialogLink } from "@/components/ui/dialog";
import { DrawerLink } from "@/components/ui/drawer";
import { TextArea } from "@/components/ui/text-area";
import { Specimen, SpecimenGrid } from "./specimen";

/** What opens over a page. Each is a link, whose address holds the same for those without scripts. */
export function OverlaySpecimens() {
  return (
    <SpecimenGrid>
      <Specimen name="Dialog">
        <DialogLink href="/design/empty" label="Hide from the public" title="Hide Birley Fields Garden?">
          <div className="grid gap-4">
            <p>People who look for it will no longer find it. Its admins still see it, and you can show it again.</p>
            <TextArea name="reason" label="Reason" help="Its admins read this." />
            <div>
              <Button type="button" tone="primary">
                Hide it
              </Button>
            </div>
          </div>
        </DialogLink>
      </Specimen>
      <Specimen name="Drawer">
        <DrawerLink href="/design/empty" label="All facts" title="Birley Fields Garden">
          <div className="grid gap-3">
            {["Hulme, Manchester", "Open on Tuesdays and Saturdays", "Two calendars"].map((fact) => (
              <p key={fact}>{fact}</p>
            ))}
            <Button type="button">A button inside</Button>
          </div>
        </DrawerLink>
      </Specimen>
    </SpecimenGrid>
  );
}
