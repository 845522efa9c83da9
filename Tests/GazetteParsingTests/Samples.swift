/// Documents written for the tests, in the shapes that real ones have.
enum Samples {
  static let notice = """
    示例市人民政府办公室关于印发
    示例市公园开放实施方案的通知
    示政办发〔2023〕7号

    各区人民政府，市政府各部门：
    现将《示例市公园开放实施方案》印发给你们，请认真组织实施。
    示例市人民政府办公室
    2023年4月6日
    （此件公开发布）
    示例市公园开放实施方案
    一、总体要求
    （一）指导思想。
    坚持便民利民，让公园成为市民共享的空间。
    （二）工作目标。
    到2025年，全市公园免费开放比例达到90%以上。
    二、主要任务
    （一）建立台账。各区要在2023年6月底前摸清底数。市园林局负责汇总。
    （二）延长开放时间。夏季延长至22时。
    1.有围墙的公园；
    2.没有围墙的公园。
    三、保障措施
    各区要加强领导。本方案自2023年5月1日起施行。
    """

  static let law = """
    示例市公园条例
    （2022年6月1日示例市人民代表大会常务委员会通过）
    第一章　总　　则
    第一条　为了规范公园管理，制定本条例。
    第二条　本条例所称公园，是指：
    （一）综合公园；
    （二）社区公园。
    前款所称社区公园，由区人民政府确定。
    第二章　管　　理
    第三条　公园应当每日开放。
    第四条　违反本条例第三条规定的，由市园林局责令改正；拒不改正的，处一千元以下罚款。
    第五条　本条例自2022年7月1日起施行。
    """

  static let page = """
    <!DOCTYPE html>
    <html lang="zh-CN"><head><meta charset="utf-8"><title>示例市人民政府关于树木保护的意见_示例市人民政府网</title>
    <style>p { color: red }</style><script>if (a < b) { document.write("<p>no</p>") }</script></head>
    <body>
    <div class="top-nav"><a href="/">首页</a> <a href="/zw">政务</a></div>
    <div class="breadcrumb">当前位置：<a href="/">首页</a> &gt; <a href="/f">文件</a></div>
    <table><tr><td>
     <table><tr><td>索 引 号：</td><td>0001/2021-01</td><td>发文机关：</td><td>示例市人民政府</td></tr>
     <tr><td>标　　题：</td><td colspan="3">示例市人民政府关于树木保护的意见</td></tr>
     <tr><td>发文字号：</td><td>示政发[2021]第03号</td><td>发布日期：</td><td>2021年03月12日</td></tr></table>
    </td></tr><tr><td>
     <p style="text-align: center"><b>示例市人民政府</b></p>
     <p style="text-align: center"><b>关于树木保护的意见</b></p>
     <p>示政发〔2021〕3号</p>
     <p>各区人民政府：</p>
     <p><b>一、总体要求</b></p>
     <p>保护每一棵大树，
     不得擅自移植。</p>
     <table><tr><th>树种</th><th>数量</th></tr><tr><td>银杏</td><td>120</td></tr><tr><td>国槐</td><td></td></tr></table>
     <p>示例市人民政府</p><p>2021年3月10日</p>
    </td></tr></table>
    <div class="share">分享到：<a href="#">微信</a></div>
    <div>上一篇：<a href="/1">没有了</a></div>
    <div class="footer">版权所有 示例市人民政府 <a href="/about">联系我们</a></div>
    </body></html>
    """

  static let markdown = """
    ---
    title: 示例市公园条例
    issuer: 示例市人民代表大会常务委员会
    date: 2022-06-01
    tags: [公园, 绿地]
    ---
    # 示例市公园条例

    <!-- INFO END -->

    ## 第一章 总则

    第一条 为了**规范**公园管理，制定本条例。

    第二条 本条例所称公园，是指：

    (一)综合公园；

    (二)社区公园。

    ## 第二章 管理

    | 类别 | 开放 |
    | --- | --- |
    | 综合 | 全天 |

    1. 第一项**要求**
    2. 第二项

    参见[说明][^1]。

    [^1]: 依据园林部门的规定。
    """

  static let english = """
    Guidance on Opening Parks

    Published: 6 March 2020

    I. Overview

    The Council wants parks open. Mr. Lee signed Regulation No. 5 on Jan. 3, 2019, at 3.5 times the cost.

    II. Duties

    1. Each park must open by 8 a.m. every day. Gates are checked weekly.

    2. Staff must keep records.
    """
}
