/** Beside a product's form: its options, what saving will do, and what is for sale. */
export const productPanel = (page) => page.locator('aside').filter({ hasText: 'Variations' });

/** Shows the variations by name, each with the way to its own form. */
export async function unfoldVariations(page) {
  await productPanel(page)
    .getByText(/The (\d+ )?variations? and (its|their) forms?/)
    .click();
}
