export const OrderStatus = {
  Draft: 'DRAFT',
  Paid: 'PAID',
  Shipped: 'SHIPPED',
} as const;
export type OrderStatus = (typeof OrderStatus)[keyof typeof OrderStatus];

export interface Order {
  id: string;
  status: OrderStatus;
  /** See task_state in the warehouse's own service. */
  taskState?: 'picking' | 'packing' | 'shipping';
}

export const next: Record<OrderStatus, OrderStatus[]> = { DRAFT: ['PAID'], PAID: ['SHIPPED'], SHIPPED: [] };

export function refund(order: Order): Order {
  if (order.status === 'DRAFT') throw new Error('nothing was paid');
  return { ...order, status: 'PAID', taskState: 'packing' };
}

export const fixtures: Order[] = [
  { id: '1', status: 'DRAFT' },
  { id: '2', status: 'PAID', taskState: 'picking' },
  { id: '3', status: 'SHIPPED', taskState: undefined },
];

export const text = (status: string) => ({ DRAFT: 'in the cart', PAID: 'on its way' })[status] ?? status;
