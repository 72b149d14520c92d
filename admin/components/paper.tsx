import { styled } from 'styled-components';

/**
 * A document as it will be printed, always white as paper is. An order is full of what strangers typed: no scripts,
 * whatever it says. The same origin lets us print it.
 */
export const Paper = styled.iframe.attrs({ sandbox: 'allow-same-origin allow-modals' })`
  width: 100%;
  height: 60vh;
  border: 0;
  background: #ffffff;
`;
