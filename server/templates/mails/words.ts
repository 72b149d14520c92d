// cspell:disable -- four languages
import type { MailKind } from '../../domain/mails/mail';

/** The words that the mails share. */
interface CommonWords {
  order: string;
  placedAt: string;
  quantity: string;
  subtotal: string;
  discount: string;
  shippingCosts: string;
  tax: string;
  taxIncluded: string;
  total: string;
  billing: string;
  shipping: string;
  payment: string;
  paid: string;
  notPaid: string;
  instructions: string;
  carrier: string;
  tracking: string;
  hello: string;
}

/** What a kind of mail says. `{number}`, `{shop}` and `{amount}` are filled in. */
interface KindWords {
  subject: string;
  intro: string;
  /** On the button, if there is a link. */
  action: string;
}

export interface MailWords {
  common: CommonWords;
  kinds: Record<MailKind, KindWords>;
}

export const MAIL_WORDS: Record<'en' | 'de' | 'fr' | 'es', MailWords> = {
  en: {
    common: {
      order: 'Order',
      placedAt: 'Placed on',
      quantity: 'Quantity',
      subtotal: 'Subtotal',
      discount: 'Discount',
      shippingCosts: 'Shipping',
      tax: 'Tax',
      taxIncluded: 'Tax included',
      total: 'Total',
      billing: 'Billing address',
      shipping: 'Delivery address',
      payment: 'Payment',
      paid: 'paid',
      notPaid: 'not paid yet',
      instructions: 'Your instructions',
      carrier: 'Carrier',
      tracking: 'Tracking',
      hello: 'Hello',
    },
    kinds: {
      receipt: {
        subject: 'Your order {number}',
        intro: 'Thank you for your order. This is what you ordered:',
        action: 'View your order',
      },
      paymentReceived: {
        subject: 'Your payment for order {number} has arrived',
        intro: 'Thank you, your payment for order {number} has arrived.',
        action: 'View your order',
      },
      shipped: {
        subject: 'Your order {number} is on its way',
        intro: 'These items of your order {number} are on their way to you:',
        action: 'View your order',
      },
      refunded: {
        subject: 'A refund for your order {number}',
        intro: 'We have refunded {amount} for your order {number}.',
        action: 'View your order',
      },
      cancelled: {
        subject: 'Your order {number} was cancelled',
        intro:
          'Your order {number} was cancelled and will not be delivered. Nothing more is to be paid.',
        action: 'View your order',
      },
      paymentLink: {
        subject: 'Please pay for your order {number}',
        intro: 'Your order {number} is ready. It waits for your payment of {amount}.',
        action: 'Pay now',
      },
      abandonedCart: {
        subject: 'Your cart is waiting for you',
        intro: 'You left these items in your cart:',
        action: 'Go on shopping',
      },
    },
  },
  de: {
    common: {
      order: 'Bestellung',
      placedAt: 'Bestellt am',
      quantity: 'Menge',
      subtotal: 'Zwischensumme',
      discount: 'Rabatt',
      shippingCosts: 'Versand',
      tax: 'Steuer',
      taxIncluded: 'Enthaltene Steuer',
      total: 'Gesamtbetrag',
      billing: 'Rechnungsadresse',
      shipping: 'Lieferadresse',
      payment: 'Zahlung',
      paid: 'bezahlt',
      notPaid: 'noch nicht bezahlt',
      instructions: 'Ihre Hinweise',
      carrier: 'Versanddienst',
      tracking: 'Sendungsverfolgung',
      hello: 'Guten Tag',
    },
    kinds: {
      receipt: {
        subject: 'Ihre Bestellung {number}',
        intro: 'Vielen Dank für Ihre Bestellung. Das haben Sie bestellt:',
        action: 'Bestellung ansehen',
      },
      paymentReceived: {
        subject: 'Ihre Zahlung für die Bestellung {number} ist eingegangen',
        intro: 'Vielen Dank, Ihre Zahlung für die Bestellung {number} ist eingegangen.',
        action: 'Bestellung ansehen',
      },
      shipped: {
        subject: 'Ihre Bestellung {number} ist unterwegs',
        intro: 'Diese Artikel Ihrer Bestellung {number} sind unterwegs zu Ihnen:',
        action: 'Bestellung ansehen',
      },
      refunded: {
        subject: 'Eine Erstattung zu Ihrer Bestellung {number}',
        intro: 'Wir haben Ihnen zu Ihrer Bestellung {number} {amount} erstattet.',
        action: 'Bestellung ansehen',
      },
      cancelled: {
        subject: 'Ihre Bestellung {number} wurde storniert',
        intro:
          'Ihre Bestellung {number} wurde storniert und wird nicht geliefert. Es ist nichts mehr zu bezahlen.',
        action: 'Bestellung ansehen',
      },
      paymentLink: {
        subject: 'Bitte bezahlen Sie Ihre Bestellung {number}',
        intro: 'Ihre Bestellung {number} liegt bereit und wartet auf Ihre Zahlung von {amount}.',
        action: 'Jetzt bezahlen',
      },
      abandonedCart: {
        subject: 'Ihr Warenkorb wartet auf Sie',
        intro: 'Diese Artikel liegen noch in Ihrem Warenkorb:',
        action: 'Weiter einkaufen',
      },
    },
  },
  fr: {
    common: {
      order: 'Commande',
      placedAt: 'Passée le',
      quantity: 'Quantité',
      subtotal: 'Sous-total',
      discount: 'Remise',
      shippingCosts: 'Livraison',
      tax: 'Taxes',
      taxIncluded: 'Taxes comprises',
      total: 'Total',
      billing: 'Adresse de facturation',
      shipping: 'Adresse de livraison',
      payment: 'Paiement',
      paid: 'payé',
      notPaid: 'en attente de paiement',
      instructions: 'Vos instructions',
      carrier: 'Transporteur',
      tracking: 'Suivi',
      hello: 'Bonjour',
    },
    kinds: {
      receipt: {
        subject: 'Votre commande {number}',
        intro: 'Merci pour votre commande. En voici le détail :',
        action: 'Voir la commande',
      },
      paymentReceived: {
        subject: 'Nous avons reçu votre paiement pour la commande {number}',
        intro: 'Merci, nous avons reçu votre paiement pour la commande {number}.',
        action: 'Voir la commande',
      },
      shipped: {
        subject: 'Votre commande {number} est en route',
        intro: 'Ces articles de votre commande {number} sont en route :',
        action: 'Voir la commande',
      },
      refunded: {
        subject: 'Un remboursement pour votre commande {number}',
        intro: 'Nous vous avons remboursé {amount} pour votre commande {number}.',
        action: 'Voir la commande',
      },
      cancelled: {
        subject: 'Votre commande {number} a été annulée',
        intro:
          'Votre commande {number} a été annulée et ne sera pas livrée. Il n’y a plus rien à payer.',
        action: 'Voir la commande',
      },
      paymentLink: {
        subject: 'Merci de régler votre commande {number}',
        intro: 'Votre commande {number} est prête et attend votre paiement de {amount}.',
        action: 'Payer maintenant',
      },
      abandonedCart: {
        subject: 'Votre panier vous attend',
        intro: 'Vous avez laissé ces articles dans votre panier :',
        action: 'Continuer mes achats',
      },
    },
  },
  es: {
    common: {
      order: 'Pedido',
      placedAt: 'Realizado el',
      quantity: 'Cantidad',
      subtotal: 'Subtotal',
      discount: 'Descuento',
      shippingCosts: 'Envío',
      tax: 'Impuestos',
      taxIncluded: 'Impuestos incluidos',
      total: 'Total',
      billing: 'Dirección de facturación',
      shipping: 'Dirección de envío',
      payment: 'Pago',
      paid: 'pagado',
      notPaid: 'pendiente de pago',
      instructions: 'Sus indicaciones',
      carrier: 'Transportista',
      tracking: 'Seguimiento',
      hello: 'Hola',
    },
    kinds: {
      receipt: {
        subject: 'Su pedido {number}',
        intro: 'Gracias por su pedido. Esto es lo que ha pedido:',
        action: 'Ver el pedido',
      },
      paymentReceived: {
        subject: 'Hemos recibido el pago de su pedido {number}',
        intro: 'Gracias, hemos recibido el pago de su pedido {number}.',
        action: 'Ver el pedido',
      },
      shipped: {
        subject: 'Su pedido {number} está en camino',
        intro: 'Estos artículos de su pedido {number} están en camino:',
        action: 'Ver el pedido',
      },
      refunded: {
        subject: 'Un reembolso de su pedido {number}',
        intro: 'Le hemos reembolsado {amount} de su pedido {number}.',
        action: 'Ver el pedido',
      },
      cancelled: {
        subject: 'Su pedido {number} ha sido cancelado',
        intro: 'Su pedido {number} ha sido cancelado y no se enviará. No queda nada por pagar.',
        action: 'Ver el pedido',
      },
      paymentLink: {
        subject: 'Por favor, pague su pedido {number}',
        intro: 'Su pedido {number} está listo y espera su pago de {amount}.',
        action: 'Pagar ahora',
      },
      abandonedCart: {
        subject: 'Su carrito le espera',
        intro: 'Ha dejado estos artículos en su carrito:',
        action: 'Seguir comprando',
      },
    },
  },
};
