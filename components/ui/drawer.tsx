"use client";
import { Modal, type ModalProps } from "./modal";
import { ModalLink, type ModalLinkProps } from "./modal-link";

const sides = {
  start: "me-auto border-e motion-drawer-start",
  end: "ms-auto border-s motion-drawer-end",
} as const;

/** A panel at the side of the page, as high as the window, open for as long as it is rendered. */
function Drawer({ side = "end", ...modal }: ModalProps & { side?: keyof typeof sides }) {
  return (
    <Modal {...modal} className={`my-0 h-dvh max-h-dvh w-[min(26rem,calc(100%-3rem))] max-w-none ${sides[side]}`} />
  );
}

/** A link that opens its children in a drawer, and without scripts leads to `href`, where the same is a page. */
export function DrawerLink({ title, side, children, ...link }: ModalLinkProps & { side?: "start" | "end" }) {
  return (
    <ModalLink
      {...link}
      modal={(close) => (
        <Drawer title={title} side={side} onClose={close}>
          {children}
        </Drawer>
      )}
    />
  );
}
