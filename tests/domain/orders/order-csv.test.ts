import { orderCsvHeader, orderCsvRows } from '../../../server/domain/orders/order-csv';
import { money } from '../../../server/domain/money/money';
