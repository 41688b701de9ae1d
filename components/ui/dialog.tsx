"use client";
import { Modal, type ModalProps } from "./modal";
import { ModalLink, type ModalLinkProps } from "./modal-link";

const sizes = { md: "sm:max-w-lg", lg: "sm:max-w-2xl" } as const;

/** A dialog in the middle of the page, open for as long as it is rendered; at the foot of a narrow screen. */
export function Dialog({ size = "md", ...modal }: ModalProps & { size?: keyof typeof sizes }) {
  return (
    <Modal
      {...modal}
      className={`m-auto max-h-[min(44rem,calc(100dvh-2rem))] w-[calc(100%-2rem)] rounded-xl border max-sm:mb-4 ${sizes[size]} motion-dialog`}
    />
  );
}

/** A link that opens its children in a dialog, and without scripts leads to `href`, where the same is a page. */
export function DialogLink({ title, children, ...link }: ModalLinkProps) {
  return (
    <ModalLink
      {...link}
      modal={(close) => (
        <Dialog title={title} onClose={close}>
          {children}
        </Dialog>
      )}
    />
  );
}
