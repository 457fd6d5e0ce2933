import { say } from './pack.ts'
import type { Pack } from './pack.ts'

export const tr: Pack = {
  hello: ['Merhaba,', 'İyi günler,'],
  bye: ['Teşekkürler,', 'Saygılarımla,', 'Kolay gelsin,'],
  answerHello: ['Merhaba {first},'],
  answerBye: ['Saygılarımla,\n{agent}'],
  nudges: ['Bir gelişme var mı? Cumartesi açıyoruz, öncesinde çözülsün isteriz.'],
  more: ['Şimdi denedim, aynı. İsterseniz fotoğraf gönderebilirim.'],
  thanks: ['Şimdi çalışıyor. Hızlı yardımınız için teşekkürler.', 'Harika, her şey açık.'],
  closings: ['Sevindim. Kaydı kapatıyorum; tekrarlarsa bu e-postayı yanıtlamanız yeterli.'],
  topics: {
    'late-delivery': say(
      '{order} numaralı sipariş gelmedi',
      '{order} numaralı siparişi {days} gün önce verdim, takip ilerlemiyor. {item} hafta sonundan önce lazım.',
      'Gecikme için özür dilerim. Paket yanlış depodaydı, yarın öğleden önce çıkıyor. Saat onda kontrol edip size yazacağım.',
    ),
    'charged-twice': say(
      '{order} için iki kez çekim',
      'Kartımda {order} için iki kez {amount} görünüyor. Bir kez sipariş verdim.',
      'Haklısınız, özür dilerim: ödeme sayfası çekimi tekrarlamış. {amount} bugün iade edildi, banka yaklaşık üç iş günü sürer.',
    ),
    'refund-when': say(
      'İadem ne zaman yatar?',
      'Ürünü {days} gün önce gönderdim ({rc}), para hâlâ gelmedi.',
      '{rc} numaralı iade kontrol edildi, {amount} bu sabah gönderildi.',
    ),
    'invoice-address': say(
      '{invoice} faturasında eski adres',
      '{invoice} faturasında eski adresimiz var, muhasebeci kabul etmiyor.',
      'Düzelttim: {invoice} doğru adresle yeniden düzenlendi.',
    ),
    'which-plan': say(
      '{n} mağaza için hangi plan?',
      '{n} küçük mağazamız var, kasaları yeniliyoruz, stok ortak olacak. Hangi plan uygun?',
      '{n} mağaza ve ortak stok için Zincir planı daha uygun. İki hesabı da ekledim.',
    ),
    'scanner-pairing': say(
      'Okuyucu kasayla eşleşmiyor',
      'P40 kırmızı yanıp sönüyor ve uygulama E-310 diyor. Yazılım {version}.',
      'E-310, {version} sürümünde bilinen bir hata (KE-117). Lütfen 2.3 sürümünü USB ile yükleyin, beş dakika sürer.',
    ),
    'printer-offline': say(
      'Etiket yazıcısı her sabah çevrimdışı',
      'L20 her sabah kapatıp açana kadar çevrimdışı. Sürüm {version}.',
      'Bu KE-118: yazıcı uykuya geçiyor. Ağ, Güç menüsünden “deep sleep” ayarını kapatın.',
    ),
    'codes-rejected': say(
      'Giriş kodları kabul edilmiyor',
      'Pazartesiden beri altı haneli kodlar iki telefonda da reddediliyor.',
      'Çoğunlukla saat yüzünden: telefonda ve kasada otomatik saati açın.',
    ),
    'broken-on-arrival': say(
      'Hasarlı geldi: {order}',
      '{order} siparişindeki {item} açılmıyor, kutu ezikti. Yenisini ve ayarların taşınmasını istiyorum.',
      'Çok üzgünüm. Yenisi bugün çıkıyor; iade etiketi {rc}. Ayarları destek ekibinden arkadaşım taşıyacak.',
    ),
  },
}
