import { fireEvent, render, screen } from '@testing-library/react';

import { useKeptFocus } from '../../../admin/components/use-kept-focus';

interface PartProps {
  withButton: boolean;
}

function Part({ withButton }: PartProps) {
  const keptFocus = useKeptFocus();
  return (
    <section aria-label="Parcels" {...keptFocus}>
      {withButton && <button>Fulfil</button>}
    </section>
  );
}

const page = (withButton: boolean) => (
  <>
    <Part withButton={withButton} />
    <button>Elsewhere</button>
  </>
);

it('the part gets the focus when the button that had it goes', () => {
  const { rerender } = render(page(true));
  screen.getByText('Fulfil').focus();
  rerender(page(false));
  expect(document.activeElement).toBe(screen.getByLabelText('Parcels'));
});

it('whoever went elsewhere is left there', () => {
  const { rerender } = render(page(true));
  screen.getByText('Fulfil').focus();
  screen.getByText('Elsewhere').focus();
  rerender(page(false));
  expect(document.activeElement).toBe(screen.getByText('Elsewhere'));
});

it('whoever went elsewhere, and on to nowhere, is not called back', () => {
  const { rerender } = render(page(true));
  screen.getByText('Fulfil').focus();
  screen.getByText('Elsewhere').focus();
  screen.getByText('Elsewhere').blur();
  rerender(page(false));
  expect(document.activeElement).toBe(document.body);
});

it('an open dialog keeps the focus when its button goes', () => {
  const dialog = (
    <div role="dialog">
      <button>Cancel</button>
    </div>
  );
  const pageWithDialog = (withButton: boolean) => (
    <>
      {page(withButton)}
      {dialog}
    </>
  );
  const { rerender } = render(pageWithDialog(true));
  screen.getByText('Fulfil').focus();
  screen.getByText('Cancel').focus();
  rerender(pageWithDialog(false));
  expect(document.activeElement).toBe(screen.getByText('Cancel'));
});

it('a part that never had the focus does not take it', () => {
  const { rerender } = render(page(true));
  fireEvent.mouseMove(screen.getByText('Fulfil'));
  rerender(page(false));
  expect(document.activeElement).toBe(document.body);
});
